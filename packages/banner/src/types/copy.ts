/** What the notice says. `{name}` marks are filled in. */
export interface NoticeCopy {
  /** Also the notice's accessible name: assistive clients look for the word "cookie" in it. */
  readonly title: string
  /** Who, what for, where to: Google Analytics. */
  readonly text: string
  /** The same for the other services, `{services}`. */
  readonly textOther: string
  /** That nobody has to, and that it can be changed. */
  readonly textFree: string
  readonly policy: string
  readonly accept: string
  readonly reject: string
  readonly preferences: string
}

/** What everything but the notice says. */
export interface FurtherCopy {
  readonly preferencesTitle: string
  readonly preferencesText: string
  readonly acceptAll: string
  readonly rejectAll: string
  readonly save: string
  readonly close: string
  readonly on: string
  readonly off: string
  readonly alwaysOn: string
  readonly necessary: string
  readonly necessaryText: string
  readonly analytics: string
  readonly analyticsText: string
  /** `{name}` */
  readonly details: string
  readonly purpose: string
  readonly recipient: string
  readonly country: string
  readonly items: string
  readonly retention: string
  readonly cookies: string
  readonly present: string
  readonly absent: string
  readonly httpOnly: string
  readonly recordPurpose: string
  /** `{days}` */
  readonly recordRetention: string
  readonly storagePurpose: string
  readonly storageRetention: string
  readonly sessionPurpose: string
  readonly sessionRetention: string
  readonly gaPurpose: string
  readonly gaRecipient: string
  readonly gaCountry: string
  readonly gaItems: string
  readonly gaRetention: string
  readonly gaCookie: string
  readonly gaSessionCookie: string
  readonly gaOldCookie: string
  readonly gaCookieRetention: string
  readonly gaStored: string
  readonly gaThirdParties: string
  readonly gaAddress: string
  readonly gaRefusal: string
  /** `{name}` */
  readonly policyLink: string
  readonly optOutLink: string
  readonly twoRefusals: string
  readonly browserRefusal: string
  readonly browserHelp: string
  /** Why log-in is limited: by the browser, or by a fault of the site. */
  readonly sessionTitle: string
  readonly sessionRefused: string
  readonly sessionFault: string
  /** Browsers as they are called in this language. */
  readonly samsungInternet: string
  readonly naverWhale: string
  /** Status of a switch. */
  readonly statusOn: string
  readonly statusLoading: string
  /** Of a category, some of whose services are on. */
  readonly statusPartly: string
  readonly statusOff: string
  readonly statusUnanswered: string
  readonly statusSignal: string
  readonly statusBlocked: string
  readonly statusNotStored: string
  readonly statusMinor: string
  /** Instead of `statusOff` and `outcomeOff` where gated scripts of it had run: nothing can take those back. */
  readonly scriptsStay: string
  /** Of what was turned off alone: other services may run on. */
  readonly outcomeOff: string
  /** `{names}` */
  readonly outcomeDeleted: string
  readonly outcomeLeft: string
  readonly outcomeUnreadable: string
  readonly upcomingTitle: string
  /** `{date}`, `{version}` */
  readonly upcomingText: string
  readonly upcomingLink: string
  /** In place of `myData` or `browserHelp` where that could not be loaded. */
  readonly unavailable: string
  readonly erased: string
  readonly policies: string
  readonly policyCurrent: string
  readonly policyUpcoming: string
  /** `{from}`, `{to}` */
  readonly policyFrom: string
  readonly policyPeriod: string
  readonly policyUntil: string
  readonly version: string
  readonly myData: string
  readonly myDataText: string
  readonly myAnswer: string
  readonly noAnswer: string
  /** `{date}`, `{version}` */
  readonly answered: string
  readonly recordId: string
  readonly history: string
  readonly cookiesNow: string
  readonly none: string
  readonly session: string
  readonly sessionPresent: string
  readonly sessionAbsent: string
  readonly sessionUnknown: string
  readonly cookiesUnseen: string
  readonly receiptsWaiting: string
  readonly lastActivity: string
  readonly download: string
  readonly stop: string
  readonly erase: string
  readonly eraseQuestion: string
  /** Beside `eraseQuestion` and `erased`, where there is a log-in. */
  readonly loginStays: string
  readonly eraseYes: string
  readonly cancel: string
  readonly contact: string
  readonly contactText: string
  readonly myPage: string
  readonly form: string
}

/** Texts with the site's own over them; keys that only a site knows are kept too. */
export type Texts<Copy> = Copy & Readonly<Record<string, string>>
