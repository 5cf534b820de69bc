import type { JSX } from 'preact'
import { h } from '../kit/index.js'
import type { Language } from '../language/languages.js'
import type { FurtherCopy } from '../types/copy.js'

export interface BrowserHelpProps {
  readonly texts: FurtherCopy
  readonly language: Language
}

/** The browsers' own help about cookies, as links: menus move, pages are kept up. */
export function BrowserHelp({ texts, language }: BrowserHelpProps): JSX.Element {
  const pages = {
    Chrome: 'https://support.google.com/chrome/answer/95647',
    'Safari (Mac)': 'https://support.apple.com/guide/safari/sfri11471/mac',
    'Safari (iPhone, iPad)': 'https://support.apple.com/HT201265',
    Firefox: 'https://support.mozilla.org/kb/websites-say-cookies-are-blocked-unblock-them',
    Edge: 'https://support.microsoft.com/windows/manage-cookies-in-microsoft-edge-view-allow-block-delete-and-use-168dab11-0753-043d-7c16-ede5947fc64d',
    [texts.samsungInternet]:
      'https://www.samsung.com/uk/support/mobile-devices/what-are-cookies-and-how-do-i-enable-or-disable-them-on-my-samsung-galaxy-device/',
    [texts.naverWhale]: `https://help.whale.naver.com/${language === 'ko' ? 'ko' : 'en'}/desktop/`,
  }
  return (
    <p>
      {texts.browserRefusal}:{' '}
      {Object.entries(pages).map(([browser, url], index) => (
        <span key={url}>
          {index > 0 && ' · '}
          <a href={url} target="_blank" rel="noopener noreferrer">
            <bdi>{browser}</bdi>
          </a>
        </span>
      ))}
    </p>
  )
}
