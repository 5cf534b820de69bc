import type { ConsentEnv } from '../types/env.js'

/** A server is a page that is being prerendered for ever: it has no answer and nothing ever starts. */
export function serverEnv(): ConsentEnv {
  const nothing = () => {}
  const target = { addEventListener: nothing, removeEventListener: nothing }
  const win = {
    ...target,
    document: { ...target, prerendering: true },
    location: { hostname: '', pathname: '/', protocol: '' },
    navigator: {},
  }
  return {
    win: win as unknown as ConsentEnv['win'],
    now: Date.now,
    randomId: () => '0',
    readCookies: () => '',
    writeCookie: nothing,
    removeCookie: nothing,
    local: null,
    trusted: nothing as never,
    insertScript: nothing as never,
    later: nothing,
  }
}
