import type { Consent, SweepReport } from '@consent-gate/core'
import { pickLanguage } from './language/pickLanguage.js'
import type { BannerChunks, Ui } from './types/bannerChunks.js'
import type { BannerOptions } from './types/components.js'
import type { Stage } from './types/stage.js'
import { watchWayBack } from './watchWayBack.js'

const INLINE = 'consent-gate-toggle,consent-gate-disclosure,consent-gate-policies'

/** An interface that is mounted. */
export interface Mounted {
  /** Takes every node, listener and sheet of the interface away. */
  destroy(): void
}

/** Connects an interface to a consent. Its parts are loaded when something must be shown; nothing on a server. */
export function mount(consent: Consent, options: BannerOptions, chunks: BannerChunks): Mounted {
  if (typeof window === 'undefined') return { destroy() {} }
  // What else speaks, and the receipts, go by the consent's language.
  if (options.lang) consent.setLanguage(options.lang)
  const win = window
  const { document: doc, navigator } = win
  const { settings, session } = consent
  const look = { ...settings.ui, ...options }
  const texts = Object.entries(look.texts ?? {}).filter(([, text]) => typeof text === 'string')
  let alive = true
  const stage: Stage = {
    win,
    consent,
    chunks,
    options: { ...look, texts: Object.fromEntries(texts) },
    language: () => pickLanguage([consent.lang, doc.documentElement.lang, ...navigator.languages]),
    alive: () => alive,
  }
  const stops: (() => void)[] = []
  const keep = (stop: () => void) => {
    if (alive) stops.push(stop)
    else stop()
  }
  /** A piece that the page itself asks for. What comes after the end is not started. */
  const bring = async <Part>(
    path: string,
    load: () => Promise<Part>,
    start: (part: Part) => Promise<() => void> | (() => void),
  ) => {
    try {
      const part = await load()
      if (alive) keep(await start(part))
    } catch (error) {
      consent.report('CG601', path, error)
    }
  }
  /** What became of a click on the site's own button, until the interface that tells of it is there. */
  let told: SweepReport | undefined
  let ui: Promise<Ui | undefined> | undefined
  const start = async () => {
    // The words travel beside the notice, not after it.
    const [{ startUi }] = await Promise.all([chunks.ui(), chunks.noticeCopy(stage.language())])
    if (!alive) return undefined
    const started = await startUi(stage, told)
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
  // A click on the site's own button is told of as well, where no piece in the page does, nor open preferences (P17).
  keep(
    consent.onWithdrawn((report, by) => {
      if (by !== 'markup' || consent.get().ui === 'preferences' || doc.querySelector(INLINE)) return
      told = report
      consent.showNotice().then(() => {
        told = undefined
      })
    }),
  )
  keep(
    session.subscribe((event) => {
      if (event.type !== 'refused') return
      bring(
        'session',
        () => Promise.all([load(), chunks.refusal(stage.language())]),
        ([started, { tellRefusal }]) =>
          started ? tellRefusal(stage, started.tools, event.reason) : () => {},
      )
    }),
  )
  keep(
    consent.watchPage(() => {
      const inline = doc.querySelector(INLINE)
      if (inline) bring(inline.localName, chunks.elements, ({ startElements }) => startElements(stage))
      return inline
    }),
  )
  if (settings.units.length && !settings.silent) {
    keep(
      watchWayBack(stage, () => bring('ui.reopen', chunks.reopen, ({ startReopen }) => startReopen(stage))),
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
