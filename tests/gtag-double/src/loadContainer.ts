const ownUrl = document.currentScript instanceof HTMLScriptElement ? document.currentScript.src : ''
const base = ownUrl.split('?')[0] || 'https://www.googletagmanager.com/gtag/js'

interface UrlPolicy {
  createScriptURL(url: string): string
}

/** gtag.js makes this policy when it loads; where it is not allowed the browser reports one violation. */
function makePolicy(): UrlPolicy | undefined {
  const trustedTypes: { createPolicy(name: string, rules: object): UrlPolicy } | undefined = Reflect.get(
    window,
    'trustedTypes',
  )
  const same = (value: string) => value
  try {
    return trustedTypes?.createPolicy('goog#html', {
      createHTML: same,
      createScript: same,
      createScriptURL: same,
    })
  } catch {
    return undefined
  }
}

const policy = makePolicy()

/** Another ID brings another script, with the nonce of the page's first script that has one. */
export function loadContainer(id: string): void {
  const script = document.createElement('script')
  const nonce = document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce
  if (nonce) script.nonce = nonce
  script.async = true
  const url = `${base}?id=${encodeURIComponent(id)}&cx=c&gtm=double`
  try {
    script.src = policy ? policy.createScriptURL(url) : url
  } catch {
    return
  }
  const first = document.querySelector('script')
  if (first?.parentNode) first.parentNode.insertBefore(script, first)
  else document.head.append(script)
}
