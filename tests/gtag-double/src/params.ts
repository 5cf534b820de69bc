/** Fields of a command: names of GA4's reference with whatever the page gave. */
export type Params = Readonly<Record<string, unknown>>

export const isParams = (value: unknown): value is Params => typeof value === 'object' && value !== null

export const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : undefined
