import { fileURLToPath } from 'node:url'

/** The repository's own folder, with a trailing slash. */
export const root = fileURLToPath(new URL('../../', import.meta.url))
