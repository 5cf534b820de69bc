// Klaro takes its configuration from this variable (klaro/dist/config.js).
Object.assign(window, {
  klaroConfig: {
    version: 1,
    acceptAll: true,
    privacyPolicy: '/privacy',
    translations: { en: { purposes: { analytics: 'Analytics' } } },
    services: [{ name: 'google-analytics', title: 'Google Analytics', purposes: ['analytics'] }],
  },
})
