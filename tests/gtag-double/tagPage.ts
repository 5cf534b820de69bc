/** The ID the pages of these tests configure. */
export const ID = 'G-TEST1'

const script = `<script async src="https://www.googletagmanager.com/gtag/js?id=${ID}"></script>`

export const setUp = `window.dataLayer = window.dataLayer || []
function gtag() { dataLayer.push(arguments) }
gtag('js', new Date())
`

/** A page with Google's snippet as documented, and these commands after `js`. */
export const tagPage = (commands: string): string => `${script}<script>${setUp}${commands}</script>`

export const DENIED = `gtag('consent', 'default', { ad_storage: 'denied', analytics_storage: 'denied',
  ad_user_data: 'denied', ad_personalization: 'denied' })
`
export const GRANTED = `${DENIED}gtag('consent', 'update', { analytics_storage: 'granted' })
`
export const CONFIG = `gtag('config', '${ID}')
`
