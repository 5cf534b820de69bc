import type { Consent } from '@consent-gate/core'
import { pickLanguage } from './language/pickLanguage.js'
import type { BannerChunks, Ui } from './types/bannerChunks.js'
import type { BannerOptions } from './types/components.js'
import type { Stage } from './types/stage.js'
import { watchWayBack } from './watchWayBack.js'

const INLINE = 'consent-gate-toggle,consent-gate-disclosure,consent-gate-policies'

export interface Mounted {
  /** Takes every node, listener and sheet of the interface away. */
  destroy(): void
}

/** Connects an interface to a consent. Its parts are loaded when something must be shown; nothing on a server. */
export function mount(consent: Consent, options: BannerOptions, chunks: BannerChunks): Mounted {
  if (typeof window === 'undefined') return { destroy() {} }
  const win = window
  const { document: doc, navigator } = win
  const { settings, session } = consent
  const look = { ...settings.ui, ...options }
  const stage: Stage = {
    win,
    consent,
    chunks,
    options: look,
    language: () => pickLanguage([consent.lang, look.lang, doc.documentElement.lang, ...navigator.languages]),
  }
  let alive = true
  const stops: (() => void)[] = []
  const keep = (stop: () => void) => {
    if (alive) stops.push(stop)
    else stop()
  }
  /** A piece that the page itself asks for. */
  const bring = async (path: string, start: () => Promise<() => void>) => {
    try {
      keep(await start())
    } catch (error) {
      consent.report('CG601', path, error)
    }
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
    session.subscribe((event) => {
      if (event.type !== 'refused') return
      bring('session', async () => {
        const [{ tools }, { tellRefusal }] = await Promise.all([load(), chunks.refusal(stage.language())])
        return tellRefusal(stage, tools, event.reason)
      })
    }),
  )
  keep(
    consent.watchPage(() => {
      const inline = doc.querySelector(INLINE)
      if (inline) bring(inline.localName, async () => (await chunks.elements()).startElements(stage))
      return inline
    }),
  )
  if (settings.units.length) {
    keep(
      watchWayBack(stage, () => bring('ui.reopen', async () => (await chunks.reopen()).startReopen(stage))),
    )
  }
  const mounted: Mounted = {
    destroy() {
      alive = false
      for (const stop of stops.splice(0).reverse()) stop()
    },
  }
  // What cannot answer any more must not ask.
  const destroyConsent = consent.destroy
  const destroyBoth = () => {
    mounted.destroy()
    destroyConsent()
  }
  consent.destroy = destroyBoth
  keep(() => {
    if (consent.destroy === destroyBoth) consent.destroy = destroyConsent
  })
  return mounted
}
