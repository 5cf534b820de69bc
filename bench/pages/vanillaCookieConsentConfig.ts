import type * as Module from 'vanilla-cookieconsent'

declare const CookieConsent: typeof Module

CookieConsent.run({
  // Its default is to show nothing to an automated browser.
  hideFromBots: false,
  categories: { necessary: { enabled: true, readOnly: true }, analytics: {} },
  language: {
    default: 'en',
    translations: {
      en: {
        consentModal: {
          title: 'Cookies',
          description:
            'May we count visits with Google Analytics? You can say no, and everything still works.',
          acceptAllBtn: 'Accept',
          acceptNecessaryBtn: 'Refuse',
          showPreferencesBtn: 'Settings',
        },
        preferencesModal: {
          title: 'Cookie settings',
          acceptAllBtn: 'Accept all',
          acceptNecessaryBtn: 'Refuse all',
          savePreferencesBtn: 'Save',
          closeIconLabel: 'Close',
          sections: [
            { title: 'Necessary', description: 'The site needs these.', linkedCategory: 'necessary' },
            { title: 'Analytics', description: 'Counts visits.', linkedCategory: 'analytics' },
          ],
        },
      },
    },
  },
})
