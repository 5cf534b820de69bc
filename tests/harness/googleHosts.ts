const suffixes = [
  'googletagmanager.com',
  'google-analytics.com',
  'analytics.google.com',
  'doubleclick.net',
  'googlesyndication.com',
  'googleadservices.com',
  'google.com',
]

/** Any host that Google's tag is known to talk to, `www.google.<country>` included. */
export const isGoogleHost = (host: string): boolean =>
  suffixes.some((suffix) => host === suffix || host.endsWith(`.${suffix}`)) ||
  /^www\.google(\.[a-z]{2,3}){1,2}$/.test(host)
