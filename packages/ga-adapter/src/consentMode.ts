type Status = 'granted' | 'denied'

/** https://developers.google.com/tag-platform/security/guides/consent */
const TYPES = [
  'ad_storage',
  'ad_user_data',
  'ad_personalization',
  'analytics_storage',
  'functionality_storage',
  'personalization_storage',
  'security_storage',
]

/** Google has no defaults of its own: a type that is not named counts as allowed. So all are named. */
export const everyTypeDenied = (): Record<string, Status> =>
  Object.fromEntries(TYPES.map((type) => [type, 'denied']))

export const withGranted = (types: readonly string[]): Record<string, Status> => ({
  ...everyTypeDenied(),
  ...Object.fromEntries(types.map((type) => [type, 'granted'])),
})
