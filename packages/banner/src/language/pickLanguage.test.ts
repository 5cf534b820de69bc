import { describe, expect, it } from 'vitest'
import { pickLanguage } from './pickLanguage.js'

describe('pickLanguage', () => {
  it.each([
    [['ko-KR'], 'ko'],
    [['KO_kr'], 'ko'],
    [['en-GB', 'ko'], 'en'],
    [['', undefined, 'ar-EG'], 'ar'],
    [['sw', 'ko'], 'ko'],
    [['sw'], 'en'],
    [['korean'], 'en'],
    [[], 'en'],
  ])('of %j is %s', (wishes, language) => {
    expect(pickLanguage(wishes)).toBe(language)
  })
})
