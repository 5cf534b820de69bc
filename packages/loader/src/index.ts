/** Everything in one import, for npm: it starts nothing and sets no global. */
export * from '@consent-gate/banner'
export * from '@consent-gate/core'
export * from '@consent-gate/ga-adapter'
