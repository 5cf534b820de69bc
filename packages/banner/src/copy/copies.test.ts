import { describe, expect, it } from 'vitest'
import { eagerChunks } from '../eagerChunks.js'
import { languages } from '../language/languages.js'

const marks = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort()

describe.each(languages)('the texts in %s', (language) => {
  it.each(['noticeCopy', 'furtherCopy'] as const)(
    '%s: every key, none blank, the marks of English',
    async (load) => {
      const english: Record<string, string> = { ...(await eagerChunks[load]('en')) }
      const copy: Record<string, string> = { ...(await eagerChunks[load](language)) }
      expect(Object.keys(copy).sort()).toEqual(Object.keys(english).sort())
      for (const [key, text] of Object.entries(copy)) {
        expect(text.trim(), key).not.toBe('')
        expect(marks(text), key).toEqual(marks(english[key] ?? ''))
      }
    },
  )
})
