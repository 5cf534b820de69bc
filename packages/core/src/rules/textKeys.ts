/** The keys of `ui.texts`: what the interface says, and the two that the gates say for it. */
export const textKeys =
  'title text textOther textFree policy accept reject preferences preferencesTitle preferencesText ' +
  'acceptAll rejectAll save close on off alwaysOn necessary necessaryText analytics analyticsText ' +
  'details purpose recipient country items retention cookies present absent httpOnly recordPurpose ' +
  'recordRetention storagePurpose storageRetention sessionPurpose sessionRetention gaPurpose ' +
  'gaRecipient gaCountry gaItems gaRetention gaCookie gaSessionCookie gaOldCookie gaCookieRetention ' +
  'gaStored gaThirdParties gaAddress gaRefusal policyLink optOutLink twoRefusals browserRefusal ' +
  'browserHelp sessionTitle sessionRefused sessionFault samsungInternet naverWhale statusOn ' +
  'statusLoading statusPartly statusOff statusUnanswered statusSignal statusBlocked statusNotStored ' +
  'statusMinor scriptsStay outcomeOff outcomeDeleted outcomeLeft outcomeUnreadable upcomingTitle ' +
  'upcomingText upcomingLink unavailable erased policies policyCurrent policyUpcoming policyFrom ' +
  'policyPeriod policyUntil version myData myDataText myAnswer noAnswer answered recordId history ' +
  'cookiesNow none session sessionPresent sessionAbsent sessionUnknown cookiesUnseen receiptsWaiting ' +
  'lastActivity download stop erase eraseQuestion loginStays eraseYes cancel contact contactText myPage ' +
  'form reopen placeholder placeholderAccept'
