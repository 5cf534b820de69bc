import { openSite, type Site, type SiteOptions, withGate } from '../harness/index.js'
import { gaPage } from './gaPage.js'

export interface GrantedOptions extends Partial<SiteOptions> {
  /** Options of Google Analytics beside the ID. */
  analytics?: object
  /** Further keys of the configuration. */
  config?: object
}

/** Opens a page, says yes through the API and waits until the tag runs and each ID's page_view has arrived. */
export async function openGranted({
  analytics = {},
  config = {},
  ...site
}: GrantedOptions = {}): Promise<Site> {
  const page = gaPage(analytics, config)
  const opened = await openSite({
    page: { '/': page, '/second': page, '*': '<p>Elsewhere' },
    ...site,
    gtag: { enhancedMeasurement: ['history'], ...site.gtag },
  })
  await withGate(opened.page, (gate) => gate.acceptAll().ok)
  const ids = [Reflect.get(analytics, 'measurementId') ?? 'one'].flat().length
  await opened.wire.waitForEvent('page_view', { count: ids })
  await opened.page.waitForFunction(`ConsentGate.get().services['google-analytics'] === 'running'`)
  return opened
}
