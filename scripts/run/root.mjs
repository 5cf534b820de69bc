import { fileURLToPath } from 'node:url'

/** The repository's own folder: every step runs there, wherever it was called from. */
export const root = fileURLToPath(new URL('../../', import.meta.url))
