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

describe('what is said to visitors', () => {
  it.each(languages)(
    'P17 in %s, the words of every site speak of no statistics, which not every site has',
    async (language) => {
      const copy = await eagerChunks.furtherCopy(language)
      expect(copy.preferencesText).not.toMatch(/statistic|통계|إحصاء/)
    },
  )

  it.each(languages)(
    'P17 in %s, what is collected names the device and where a visitor came from, which the tag sends',
    async (language) => {
      const copy = await eagerChunks.furtherCopy(language)
      expect(copy.gaItems).toMatch(/device|기기|الجهاز/)
      expect(copy.gaItems).toMatch(/came from|유입 경로|أين أتيت/)
    },
  )

  it.each(languages)(
    'P17 in %s, what only the server can delete is said to be still there',
    async (language) => {
      const copy = await eagerChunks.furtherCopy(language)
      expect(copy.outcomeUnreadable).toMatch(/only .* can delete|만 지울|حذفها إلا/)
    },
  )

  it('P17 in English, an answer kept for one day has no plural', async () => {
    const { recordRetention } = await eagerChunks.furtherCopy('en')
    expect(recordRetention.replace('{days}', '1')).not.toMatch(/\b1 days/)
  })

  // Personal Information Protection Act of Korea, article 28-8 (2) 3.
  it('P17 in Korean, who receives data abroad has a contact', async () => {
    expect((await eagerChunks.furtherCopy('ko')).gaRecipient).toContain('@')
  })
})
