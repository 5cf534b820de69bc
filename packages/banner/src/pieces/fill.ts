/** Fills `{name}` marks. A mark without a value stays as it is written. */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (mark, name: string) => `${values[name] ?? mark}`)
}
