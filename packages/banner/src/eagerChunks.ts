import * as aside from './chunks/aside.js'
import * as disclosure from './chunks/disclosure.js'
import * as elements from './chunks/elements.js'
import * as myData from './chunks/myData.js'
import * as preferences from './chunks/preferences.js'
import * as refusal from './chunks/refusal.js'
import * as reopen from './chunks/reopen.js'
import * as toggle from './chunks/toggle.js'
import * as ui from './chunks/ui.js'
import { furtherCopy as furtherAr } from './copy/furtherAr.js'
import { furtherCopy as furtherEn } from './copy/furtherEn.js'
import { furtherCopy as furtherKo } from './copy/furtherKo.js'
import { noticeCopy as noticeAr } from './copy/noticeAr.js'
import { noticeCopy as noticeEn } from './copy/noticeEn.js'
import { noticeCopy as noticeKo } from './copy/noticeKo.js'
import type { BannerChunks } from './types/bannerChunks.js'

const notices = { ko: noticeKo, en: noticeEn, ar: noticeAr }
const further = { ko: furtherKo, en: furtherEn, ar: furtherAr }

/** Every part at hand: for sites that would rather ship one file. */
export const eagerChunks: BannerChunks = {
  ui: async () => ui,
  preferences: async () => preferences,
  aside: async () => aside,
  elements: async () => elements,
  toggle: async () => toggle,
  disclosure: async () => disclosure,
  myData: async () => myData,
  refusal: async () => refusal,
  reopen: async () => reopen,
  noticeCopy: async (language) => notices[language],
  furtherCopy: async (language) => further[language],
}
