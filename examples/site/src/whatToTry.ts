/** What the terminal says once the site is up. */
export function whatToTry(url: string, measurementId: string | undefined): string {
  const hits = measurementId
    ? `Google's own tag with ${measurementId}; watch the browser's network panel.`
    : 'a stand-in for Google Analytics; nothing leaves this machine.'
  return `
  Haemu Tea, the consent-gate demo:  ${url}   (English: ${url}/en)
  With ${hits}

  What to try
  1. Open ${url}/en/wire: no request and no cookie so far.
  2. Accept: the tag loads, hits and the _ga cookies appear as you watch.
  3. Switch analytics off again (Cookie settings): silence, and the cookies are gone.
  4. Send a test event on that page while it is off: nothing leaves.
  5. Log in at ${url}/en/login, in either mode, and close the browser: the cookie is gone.
  6. Read ${url}/en/privacy: the switch sits inside the policy.

  Ctrl-C ends it.
`
}
