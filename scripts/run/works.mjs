import { command } from './command.mjs'

/** Whether a program starts and ends well. */
export async function works(file, args) {
  const result = await command(file, args).catch(() => ({ code: 1 }))
  return result.code === 0
}
