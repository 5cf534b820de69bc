import { type ConsentEntry, type ConsentFlags, isAllowed, type Status } from './consentEncoding.js'
import { page } from './page.js'

interface ConsentStore {
  entries: Record<string, ConsentEntry>
  active: boolean
  /** How specific the region of a type's default was: 0 everywhere, 1 country, 2 subdivision. */
  specific: Record<string, number>
}

/**
 * Consent lives in `window.google_tag_data`, as in gtag.js. That is why deleting it from a live page loses the
 * state and makes every type allowed again.
 */
function store(): ConsentStore {
  page.google_tag_data ??= {}
  page.google_tag_data.ics ??= { entries: {}, active: false, specific: {} } satisfies ConsentStore
  return page.google_tag_data.ics as ConsentStore
}

const statusOf = (value: unknown): Status => (value === 'granted' ? 'granted' : 'denied')
const CONTROLS = ['region', 'wait_for_update']

const typesIn = (fields: Record<string, unknown>) =>
  Object.entries(fields).filter(([name]) => !CONTROLS.includes(name))

/** How well a list of regions fits the visitor's: undefined when it does not. */
function regionMatch(regions: unknown, region: string): number | undefined {
  if (!Array.isArray(regions)) return 0
  if (regions.includes(region)) return region.includes('-') ? 2 : 1
  return regions.includes(region.split('-')[0]) ? 1 : undefined
}

export const consentFlags = (): ConsentFlags => store()

export const isGranted = (type: string): boolean => isAllowed(store().entries[type])

/** What a container assumes when it loads. */
export function assumeGranted(types: readonly string[]): void {
  const { entries } = store()
  for (const type of types) entries[type] = { ...entries[type], implicit: 'granted' }
}

export function setDefaults(fields: Record<string, unknown>, region: string): void {
  const state = store()
  state.active = true
  const specific = regionMatch(fields.region, region)
  if (specific === undefined) return
  for (const [type, value] of typesIn(fields)) {
    if (specific < (state.specific[type] ?? 0)) continue
    state.specific[type] = specific
    state.entries[type] = { ...state.entries[type], default: statusOf(value) }
  }
}

export function setUpdates(fields: Record<string, unknown>): void {
  const state = store()
  state.active = true
  for (const [type, value] of typesIn(fields)) {
    state.entries[type] = { ...state.entries[type], update: statusOf(value) }
  }
}
