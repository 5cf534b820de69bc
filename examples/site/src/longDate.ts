import type { Lang } from './lang.js'

/** A calendar date (`2026-11-12`) in words. */
export const longDate = (lang: Lang, date: string): string =>
  new Intl.DateTimeFormat(lang === 'ko' ? 'ko-KR' : 'en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${date}T00:00:00Z`),
  )
