import type { IssueTexts } from '@consent-gate/core'

/** The words of the adapter's own issues, which the debug mode loads. */
export const issueTexts: IssueTexts = {
  CG310: [
    'Google Analytics needs measurement IDs, each G- and then capital letters or digits, and has none, or something else beside them.',
    'Write "G-XXXXXXXXXX", or a list: in the JSON ["G-…", "G-…"], in data-measurement-id split by commas. A Tag Manager container (GTM-) or an ads account (AW-) cannot be held to a consent to analytics: move the Google Analytics tag out of it. The service stays denied.',
  ],
  CG311: [
    'The page loads a tag of Google by itself, before and whatever a visitor answers.',
    'Remove that script (and its gtag snippet); this SDK loads the tag after a yes.',
  ],
  CG320: [
    'This is not one of the allowed values.',
    'beforeConsent: drop, hold. pageViews: auto, manual, history. when: now, idle. Until then the first of them counts.',
  ],
  CG321: [
    'This is no address of a server.',
    'Write https://…; for scriptUrl, a path that starts with / is as good.',
  ],
  CG322: [
    'The cookies of Google Analytics follow record.domain, so that they never reach further than the consent.',
    'Set record.domain, or write cookie_domain: "none" to keep them on this host.',
  ],
  CG323: ['This is no list of parameter names.', 'Write for example ["invite", "ticket"].'],
  CG324: [
    'The cookies would stay longer than the 13 months that the notice and the disclosure tell of.',
    'Write at most 33696000 (seconds), or say the longer period in ui.texts: text and gaCookieRetention.',
  ],
}
