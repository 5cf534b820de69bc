import type { SessionFailure, SweepReport } from '@consent-gate/core'
import type { Language } from '../language/languages.js'
import type { FurtherCopy, NoticeCopy } from './copy.js'
import type { Stage } from './stage.js'

type Stop = () => void

/** `gate-ui.js`: the notice, and with it the kit that every later chunk shares (see README). */
export interface UiChunk {
  /** Draws what `snapshot.ui` asks for, from now on. */
  startUi(stage: Stage, told?: SweepReport): Promise<Ui>
}

/** The interface, running. */
export interface Ui {
  readonly tools: RestTools
  /** False when what was asked for could not be loaded; nothing where nothing had to be. */
  settled(): Promise<boolean | undefined>
  stop(): void
}

/** What the notice hands to what else is drawn inside its root. */
export interface RestTools {
  /** `#consent-gate` */
  readonly root: HTMLElement
  /** What became of the last withdrawal since something is up, until a service is on again. */
  told(): SweepReport | undefined
  /** Leaves the preferences without an answer. */
  leave(): void
  /** Keeps the root on the page and the question back, until the returned function is called. */
  hold(): Stop
}

/** What else is drawn inside the notice's root. `aside`: an announced policy, what became of a click. */
export type RestPart = 'preferences' | 'aside'

export interface RestChunk {
  /** Draws while the snapshot says so. */
  startRest(stage: Stage, tools: RestTools): Promise<Stop>
}

/** Draws one inline element of the page. */
export interface ElementChunk {
  drawElement(stage: Stage, element: HTMLElement): Promise<Stop>
}

/** Watches over the inline elements of the page. */
export interface ElementsChunk {
  startElements(stage: Stage): Stop
}

export interface MyDataChunk {
  drawMyData(stage: Stage, element: HTMLElement): Promise<Stop>
}

/** Why the log-in cookie was refused (P5), and what the browsers say about that. */
export interface RefusalChunk {
  /** The browsers' own pages about cookies, where the preferences tell of the browser's refusal. */
  drawBrowserHelp(stage: Stage, element: HTMLElement): Promise<Stop>
  tellRefusal(stage: Stage, tools: RestTools, reason: SessionFailure): Promise<Stop>
}

export interface ReopenChunk {
  startReopen(stage: Stage): Stop
}

/**
 * Where each part of the interface comes from: `import()`, a script element, or already here. A function may be
 * called more than once and gives the same chunk each time; after a failure it may try again. Parts that speak are
 * asked for in the language they will speak first, so that a source may fetch the words beside them.
 */
export interface BannerChunks {
  ui(): Promise<UiChunk>
  preferences(language: Language): Promise<RestChunk>
  aside(language: Language): Promise<RestChunk>
  elements(): Promise<ElementsChunk>
  toggle(language: Language): Promise<ElementChunk>
  /** `<consent-gate-disclosure>` and `<consent-gate-policies>`. */
  disclosure(language: Language): Promise<ElementChunk>
  myData(language: Language): Promise<MyDataChunk>
  refusal(language: Language): Promise<RefusalChunk>
  reopen(): Promise<ReopenChunk>
  noticeCopy(language: Language): Promise<NoticeCopy>
  furtherCopy(language: Language): Promise<FurtherCopy>
}
