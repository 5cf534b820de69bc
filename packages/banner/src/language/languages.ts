/** The languages that ship. English answers for every other. */
export const languages = ['ko', 'en', 'ar'] as const

export type Language = (typeof languages)[number]
