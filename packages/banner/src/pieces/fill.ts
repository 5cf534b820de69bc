import { isolate } from './isolate.js'

/** Fills `{name}` marks, each value isolated. A mark without a value stays as it is written. */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (mark, name: string) => {
    const value = values[name]
    return value === undefined ? mark : isolate(value)
  })
}
