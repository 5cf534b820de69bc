import { html, raw } from 'hono/html'

/** Markup that was escaped where it had to be. */
export type Html = ReturnType<typeof html>

/** JSON for a data block; `<` is escaped so that no value can close the element. */
export const json = (value: unknown): Html => raw(JSON.stringify(value).replaceAll('<', '\\u003c'))

export { html }
