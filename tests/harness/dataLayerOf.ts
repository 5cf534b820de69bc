import type { Page } from 'playwright-core'

export interface DataLayerEntry {
  /** gtag.js executes only these; arrays and plain objects do nothing. */
  isArguments: boolean
  /** The entry as an array; an entry that is neither Arguments nor an array is its one element. */
  values: unknown[]
}

/** What is in `window.dataLayer` now, in order. Functions and dates arrive as strings. */
export function dataLayerOf(page: Page): Promise<DataLayerEntry[]> {
  return page.evaluate(() => {
    const layer: unknown[] = Reflect.get(window, 'dataLayer') ?? []
    const plain = (value: unknown): unknown =>
      value === undefined
        ? null
        : JSON.parse(
            JSON.stringify(value, (_key, inner) => (typeof inner === 'function' ? String(inner) : inner)),
          )
    return layer.map((entry) => {
      const isArguments = Object.prototype.toString.call(entry) === '[object Arguments]'
      const values = isArguments || Array.isArray(entry) ? Array.from(entry as ArrayLike<unknown>) : [entry]
      return { isArguments, values: values.map(plain) }
    })
  })
}
