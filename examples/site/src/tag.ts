/** Which Google tag the pages load after a yes. */
export type Tag =
  | { readonly kind: 'google'; readonly measurementId: string }
  | { readonly kind: 'double'; readonly measurementId: string }

/** Not a real property: the double answers for it, and its hits stay on this server. */
const DEMO_MEASUREMENT_ID = 'G-DEMO000000'

export const chooseTag = (measurementId: string | undefined): Tag =>
  measurementId ? { kind: 'google', measurementId } : { kind: 'double', measurementId: DEMO_MEASUREMENT_ID }
