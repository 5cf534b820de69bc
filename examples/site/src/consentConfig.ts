import type { Lang } from './lang.js'
import { localPath } from './lang.js'
import { POLICY_VERSIONS, policyPath } from './policyVersions.js'
import type { SessionMode } from './sessions.js'
import type { Tag } from './tag.js'

export interface ConsentFacts {
  readonly lang: Lang
  readonly tag: Tag
  /** Scheme, host and port the page was asked for under. */
  readonly origin: string
  readonly sessionMode: SessionMode
  readonly signedIn: boolean
  readonly idleMinutes: number
}

const MEDIA = {
  ko: { label: '영상', text: '소식에 실린 다원의 필름을 이 자리에서 재생합니다.' },
  en: { label: 'Films', text: 'Plays our films where they appear in the news.' },
}

const FILM = {
  ko: {
    name: '해무다원 필름',
    purpose: '소식에 실린 영상을 재생하고 음량을 기억합니다.',
    items: '재생한 영상, 음량',
    retention: '30일',
    cookie: { purpose: '마지막으로 맞춘 음량', retention: '30일' },
  },
  en: {
    name: 'Haemu films',
    purpose: 'Plays the films in our news and remembers the volume.',
    items: 'The film played, the volume',
    retention: '30 days',
    cookie: { purpose: 'The volume set last', retention: '30 days' },
  },
}

/** As the property is set, and as the policy says. */
const ANALYTICS_KEPT = { ko: '14개월', en: '14 months' }

/** What `data-config` names: everything the script tag's own attributes have no room for. */
export function consentConfig(facts: ConsentFacts) {
  const { lang, tag, origin } = facts
  const { cookie, ...film } = FILM[lang]
  const isServers = facts.sessionMode === 'server'
  return {
    policies: POLICY_VERSIONS.map((policy) => ({
      version: policy.version,
      announced: policy.announced,
      effective: policy.effective,
      url: policyPath(lang, policy),
      summary: policy.summary[lang],
    })),
    utcOffset: '+09:00',
    categories: {
      analytics: { consentTypes: ['analytics_storage'] },
      media: { ...MEDIA[lang], consentTypes: [] },
    },
    // The double needs two addresses; Google's own tag needs nothing but the measurement ID.
    ...(tag.kind === 'double' && {
      googleAnalytics: { scriptUrl: `${origin}/gtag/js`, transportUrl: origin },
    }),
    services: [
      { id: 'haemu-film', category: 'media', ...film, cookies: [{ name: 'film_volume', ...cookie }] },
    ],
    session: {
      cookie: 'sid',
      sameSite: 'Lax',
      idleMinutes: facts.idleMinutes,
      httpOnly: isServers,
      ...(isServers && { signedIn: facts.signedIn, logoutUrl: '/logout' }),
    },
    receipts: { url: '/receipts' },
    ui: {
      contact: {
        email: 'privacy@haemu.example',
        url: localPath(lang, '/privacy#officer'),
        myPage: localPath(lang, '/me'),
      },
      texts: { gaRetention: ANALYTICS_KEPT[lang] },
    },
  }
}
