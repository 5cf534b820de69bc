/*
 * A stand-in for matomo.js, written for these tests from what Matomo's own source does (js/piwik.js, versions 4
 * and 5); it holds none of its code and has not been measured beside it. What matters here: `_paq` is an array,
 * then an object with `push`; without consent a request is kept, and sent when consent is given; after the first
 * request others wait up to 800 ms, past the check of consent; the tracker's address is looked up at the last
 * moment; cookies are written with each request unless they are disabled.
 */
;(() => {
  const YEARS_30 = 30 * 365 * 86_400
  const GAP_MS = 800
  let siteId = ''
  let trackerUrl = ''
  let domain = ''
  let customUrl = ''
  let consentRequired = false
  let hasConsent = true
  let cookiesDisabled = false
  const kept = []
  let nextAt = 0

  const attributes = (seconds) =>
    `;path=/;max-age=${seconds};SameSite=Lax${domain && `;domain=${domain.replace(/^\*/, '')}`}`
  const write = (name, value, seconds) => {
    // biome-ignore lint/suspicious/noDocumentCookie: as matomo.js does, at once and also on http.
    document.cookie = `${name}=${value}${attributes(seconds)}`
  }
  const read = (name) => document.cookie.split('; ').find((cookie) => cookie.startsWith(`${name}=`))
  const names = () => ['id', 'ses', 'ref', 'cvar'].map((name) => `_pk_${name}.${siteId}.1fff`)
  const deleteCookies = () => {
    for (const name of names()) write(name, '', 0)
  }
  const writeCookies = () => {
    if (cookiesDisabled) return
    const [id, session] = names()
    if (!read(id)) write(id, Math.random().toString(16).slice(2), 34_000_000)
    write(session, '1', 1_800)
  }

  const leave = (request) => {
    new Image(1, 1).src = `${trackerUrl}?${request}`
  }
  const send = (request) => {
    if (!hasConsent) {
      kept.push(request)
      return
    }
    const now = Date.now()
    if (now < nextAt) {
      setTimeout(() => leave(request), nextAt - now)
      nextAt += 50
      return
    }
    nextAt ||= now + GAP_MS
    leave(request)
  }
  const track = (params) => {
    writeCookies()
    const fields = { idsite: siteId, rec: '1', url: customUrl || location.href, ...params }
    if (consentRequired && hasConsent) fields.consent = '1'
    const id = cookiesDisabled ? '' : read(names()[0])
    if (id) fields._id = id.slice(id.indexOf('=') + 1)
    send(new URLSearchParams(fields))
  }

  const methods = {
    setSiteId: (id) => {
      siteId = id
    },
    setTrackerUrl: (url) => {
      trackerUrl = url
    },
    setCookieDomain: (name) => {
      domain = name
    },
    setCustomUrl: (url) => {
      customUrl = url
    },
    requireConsent() {
      consentRequired = true
      hasConsent = Boolean(read('mtm_consent'))
      if (!hasConsent) cookiesDisabled = true
    },
    setConsentGiven() {
      hasConsent = true
      write('mtm_consent_removed', '', 0)
      for (const request of kept.splice(0)) send(request)
      const hadNone = cookiesDisabled
      cookiesDisabled = false
      if (hadNone && nextAt) track({ ping: '1' })
    },
    forgetConsentGiven() {
      write('mtm_consent', '', 0)
      write('mtm_consent_removed', Date.now(), YEARS_30)
      methods.disableCookies()
      methods.requireConsent()
    },
    disableCookies() {
      cookiesDisabled = true
      deleteCookies()
    },
    trackPageView: (title = document.title) => track({ action_name: title }),
    trackEvent: (category, action, name, value) =>
      track({ e_c: category, e_a: action, ...(name && { e_n: name }), ...(value && { e_v: value }) }),
  }
  const apply = (...commands) => {
    for (const [method, ...values] of commands) methods[method]?.(...values)
  }

  const first = ['setTrackerUrl', 'setSiteId', 'requireConsent', 'setCookieDomain']
  const waiting = window._paq ?? []
  apply(...first.flatMap((method) => waiting.filter(([name]) => name === method)))
  apply(...waiting.filter(([name]) => !first.includes(name)))
  window._paq = { push: apply }
  window.Matomo = { trigger() {} }
})()
