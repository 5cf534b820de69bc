export type Lang = 'ko' | 'en'

/** Korean lives at the root, English under `/en`. */
export const localPath = (lang: Lang, path: string): string =>
  lang === 'ko' ? path : path === '/' ? '/en' : `/en${path}`
