import type { BannerChunks } from './types/bannerChunks.js'

/** Parts by `import()`: the site's bundler makes a chunk of each. */
export const lazyChunks: BannerChunks = {
  ui: () => import('./chunks/ui.js'),
  preferences: () => import('./chunks/preferences.js'),
  aside: () => import('./chunks/aside.js'),
  elements: () => import('./chunks/elements.js'),
  toggle: () => import('./chunks/toggle.js'),
  disclosure: () => import('./chunks/disclosure.js'),
  myData: () => import('./chunks/myData.js'),
  refusal: () => import('./chunks/refusal.js'),
  reopen: () => import('./chunks/reopen.js'),
  async noticeCopy(language) {
    const load = {
      ko: () => import('./copy/noticeKo.js'),
      en: () => import('./copy/noticeEn.js'),
      ar: () => import('./copy/noticeAr.js'),
    }
    return (await load[language]()).noticeCopy
  },
  async furtherCopy(language) {
    const load = {
      ko: () => import('./copy/furtherKo.js'),
      en: () => import('./copy/furtherEn.js'),
      ar: () => import('./copy/furtherAr.js'),
    }
    return (await load[language]()).furtherCopy
  },
}
