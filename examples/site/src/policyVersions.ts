import type { Lang } from './lang.js'
import { localPath } from './lang.js'

export interface PolicyVersion {
  readonly version: string
  readonly announced: string
  readonly effective: string
  readonly summary: Readonly<Record<Lang, string>>
}

/** Oldest first; the last one is in force. */
export const POLICY_VERSIONS: readonly [PolicyVersion, PolicyVersion] = [
  {
    version: '2025-03-02',
    announced: '2025-02-20',
    effective: '2025-03-02',
    summary: { ko: '처음 공개한 방침입니다.', en: 'The first version we published.' },
  },
  {
    version: '2026-10-01',
    announced: '2026-09-18',
    effective: '2026-10-01',
    summary: {
      ko: '동의한 분에 한해 Google Analytics로 이용 통계를 냅니다. 필름 재생도 동의 후에 시작됩니다.',
      en: 'Google Analytics, only for visitors who agree to it. Films also start only after a yes.',
    },
  },
]

export const [FIRST_POLICY, CURRENT_POLICY] = POLICY_VERSIONS

export const policyPath = (lang: Lang, { version }: PolicyVersion): string =>
  localPath(lang, version === CURRENT_POLICY.version ? '/privacy' : `/privacy/${version}`)
