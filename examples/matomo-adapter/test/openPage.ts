import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Consent } from '@consent-gate/core'
import { build } from 'esbuild'
import type { Page } from 'playwright-core'
import { openSite, type SiteOptions } from '../../../tests/harness/index.js'

const beside = (file: string) => fileURLToPath(new URL(file, import.meta.url))

const bundled = build({
  entryPoints: [beside('page.ts')],
  bundle: true,
  format: 'esm',
  target: 'es2020',
  write: false,
})

/** A site that imports core and the adapter, with a Matomo at `https://matomo.test/`. */
export async function openPage(options: Partial<SiteOptions> = {}) {
  const { outputFiles } = await bundled
  const site = await openSite({
    page: {
      '*': `<script>_paq = [['trackPageView', 'before']]</script><script type="module" src="/page.js"></script>`,
      '/page.js': outputFiles[0]?.text ?? '',
      '/matomo.js': readFileSync(beside('matomoDouble.js'), 'utf8'),
      '/matomo.php': { status: 204 },
      '/privacy': 'Privacy',
    },
    ...options,
  })
  await site.page.waitForFunction('window.consent')
  return {
    ...site,
    /** What Matomo's host was asked, in short. */
    asked: () =>
      site.requests
        .filter(({ url }) => url.hostname === 'matomo.test')
        .map(({ url: { pathname, searchParams } }) =>
          [pathname, searchParams.get('e_a') ?? searchParams.get('action_name') ?? ''].join(' ').trim(),
        ),
    hits: () =>
      site.requests.filter(({ url }) => url.pathname === '/matomo.php').map(({ url }) => url.searchParams),
  }
}

/** What the site's own code does with the consent. */
export const withConsent = <T>(page: Page, action: (consent: Consent) => T | Promise<T>): Promise<T> =>
  page.evaluate(`(${action})(window.consent)`) as Promise<T>

export const statusOf = (page: Page) => withConsent(page, (consent) => consent.get().services.matomo)
