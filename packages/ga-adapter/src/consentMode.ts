type ConsentFields = Record<string, 'granted' | 'denied'>

const withStatus = (types: readonly string[], status: 'granted' | 'denied'): ConsentFields =>
  Object.fromEntries(types.map((type) => [type, status]))

/**
 * Every type denied. Consent mode has no default of its own: a type that was never named counts as allowed.
 * https://developers.google.com/tag-platform/security/guides/consent
 */
export const allDenied = (): ConsentFields =>
  withStatus(
    [
      'ad_storage',
      'ad_user_data',
      'ad_personalization',
      'analytics_storage',
      'functionality_storage',
      'personalization_storage',
      'security_storage',
    ],
    'denied',
  )

/** The fields of the `update` that leads from one set of granted types to another. */
export const consentUpdate = (before: readonly string[], after: readonly string[]): ConsentFields => ({
  ...withStatus(before, 'denied'),
  ...withStatus(after, 'granted'),
})
