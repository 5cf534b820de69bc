import type { ConsentEnv } from '../types/env.js'

/** A server is a page that is being prerendered for ever: it has no answer and nothing ever starts. */
export function serverEnv(): ConsentEnv {
  const nothing = () => {}
  return {
    win: {
      document: { prerendering: true },
      location: { hostname: '', pathname: '/', protocol: '' },
      navigator: {},
    },
    now: Date.now,
    randomId: () => '0',
    readCookies: () => '',
    local: { get: nothing, set: nothing, remove: nothing },
    writeCookie: nothing,
    removeCookie: nothing,
    later: nothing,
  } as unknown as ConsentEnv
}
