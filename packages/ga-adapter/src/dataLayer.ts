import type { GtagWindow } from './types.js'

/** gtag.js executes `arguments` objects only; an array or a rest parameter is silently ignored. */
export function pushCommand(win: GtagWindow, ...command: unknown[]): void {
  ;(function push(..._command: unknown[]) {
    // biome-ignore lint/complexity/noArguments: see above.
    win.dataLayer?.push(arguments)
  })(...command)
}

/** Defines what the page has not defined itself. */
export function defineGtag(win: GtagWindow): void {
  win.dataLayer ??= []
  win.gtag ??= (...command) => pushCommand(win, ...command)
}

/** Takes out what is queued, before gtag.js can replay it; the array stays the one the page holds. */
export function takeOut(win: GtagWindow): unknown[] {
  return win.dataLayer?.splice(0) ?? []
}

const MOST = 50

/** The last fifty events among what was taken out. */
export function lastEvents(queued: readonly unknown[]): unknown[] {
  const isEvent = (entry: unknown) =>
    `${entry}` === '[object Arguments]' && (entry as unknown[])[0] === 'event'
  return queued.filter(isEvent).slice(-MOST)
}
