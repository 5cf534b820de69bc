import type { ConsentEnv } from '@consent-gate/core'
import type { PageTag } from './pageTag.js'

/** Inserts the tag's script, unless one is on its way. `settled` of the tag is told how it ended. */
export function loadTag(tag: PageTag, env: ConsentEnv, src: string): void {
  if (tag.pending) return
  const end = (failure?: string) => {
    tag.pending = false
    tag.settled?.(failure)
  }
  tag.attempts++
  tag.pending = true
  try {
    env.insertScript({
      src,
      onload: () => end(),
      onerror: () => end('load-error'),
    })
  } catch {
    // Trusted Types.
    end('refused')
  }
}
