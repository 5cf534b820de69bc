import { TAG, TAG_COMMANDS } from './candidate.js'

/** Google's tag and so many small scripts as inert markup; `hold` are the attributes by which a candidate knows it. */
export const heldMarkup = (hold: string, count: number): string =>
  [
    `<script type="text/plain" ${hold}>${TAG_COMMANDS}</script>`,
    `<script type="text/plain" ${hold} data-src="${TAG}"></script>`,
    moreHeldMarkup(hold, count),
  ].join('\n')

/** Without Google's tag. */
export const moreHeldMarkup = (hold: string, count: number): string =>
  `<script type="text/plain" ${hold}>gateOpened()</script>\n`.repeat(count)
