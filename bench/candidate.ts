/** One of those that are measured side by side: how a site takes it in, by its own documentation. */
export interface Candidate {
  /** The label of its host, `<id>.test`, and its name in the results. */
  readonly id: string
  readonly title: string
  /** The button that says yes to everything. */
  readonly accept: string
  /** What the site serves of it, by path: its published files and its configuration. */
  readonly files: Readonly<Record<string, string>>
  /** Its tags in the page's head. */
  readonly head: string
  /** The way back to the choice, in the page's footer, where it brings an interface for it. */
  readonly wayBack?: string
  /** Google's tag and so many more scripts, held back until a yes. Each of the latter calls `gateOpened()`. */
  gated(count: number): string
}

/** The one measurement ID; no hit is ever sent, since the tag is a stub. */
export const MEASUREMENT_ID = 'G-BENCH0001'
export const TAG = `https://www.googletagmanager.com/gtag/js?id=${MEASUREMENT_ID}`

/** What a page does for Google's tag once it may, as Google's own snippet has it. */
export const TAG_COMMANDS =
  'window.dataLayer=window.dataLayer||[];function gtag(){dataLayer.push(arguments)}' +
  `gtag('js',new Date());gtag('config','${MEASUREMENT_ID}')`
