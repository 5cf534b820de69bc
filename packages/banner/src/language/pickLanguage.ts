import { type Language, languages } from './languages.js'

/** The first wish that ships: `ko-KR` is `ko`, and English where no wish does. */
export function pickLanguage(wishes: readonly (string | undefined)[]): Language {
  for (const wish of wishes) {
    const found = languages.find((language) => language === `${wish}`.toLowerCase().split(/[-_]/)[0])
    if (found) return found
  }
  return 'en'
}
