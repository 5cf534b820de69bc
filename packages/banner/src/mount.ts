import type { Consent, UiConfig } from '@consent-gate/core'
import { defineElements } from './defineElements.js'
import { pickLanguage } from './language/pickLanguage.js'
import type { BannerChunks, Ui } from './types/bannerChunks.js'
import type { Stage } from './types/stage.js'
import { watchWayBack } from './watchWayBack.js'

export interface Mounted {
  /** Takes every node, listener and sheet of the interface away. */
  destroy(): void
}

/** Connects an interface to a consent. Its parts are loaded when something must be shown; nothing on a server. */
export function mount(consent: Consent, options: UiConfig, chunks: BannerChunks): Mounted {
  if (typeof window === 'undefined') return { destroy() {} }
  const win = window
  const look = { ...consent.settings.ui, ...options }
  const stage: Stage = {
    win,
    consent,
    chunks,
    options: look,
    language: () =>
      pickLanguage([consent.lang, look.lang, win.document.documentElement.lang, ...win.navigator.languages]),
  }
  let alive = true
  const stops: (() => void)[] = []
  const keep = (stop: () => void) => {
    if (alive) stops.push(stop)
    else stop()
  }
  let ui: Promise<Ui> | undefined
  const start = async () => {
    // The words travel beside the notice, not after it.
    const [{ startUi }] = await Promise.all([chunks.ui(), chunks.noticeCopy(stage.language())])
    const started = await startUi(stage)
    keep(started.stop)
    return started
  }
  /** Once, and again only after a failure. */
  const load = () => {
    ui ??= start()
    ui.catch(() => {
      ui = undefined
    })
    return ui
  }
  keep(consent.connectPrompt(load))
  keep(
    consent.session.subscribe(async (event) => {
      if (event.type !== 'refused') return
      try {
        const [{ tools }, { tellRefusal }] = await Promise.all([load(), chunks.refusal(stage.language())])
        if (alive) keep(await tellRefusal(stage, tools, event.reason))
      } catch (error) {
        consent.report('CG601', 'session', error)
      }
    }),
  )
  keep(defineElements(stage))
  keep(
    watchWayBack(stage, async () => {
      try {
        const { startReopen } = await chunks.reopen()
        if (alive) keep(startReopen(stage))
      } catch (error) {
        consent.report('CG601', 'ui.reopen', error)
      }
    }),
  )
  return {
    destroy() {
      alive = false
      for (const stop of stops.splice(0).reverse()) stop()
    },
  }
}
