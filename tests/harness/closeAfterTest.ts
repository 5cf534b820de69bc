import type { SiteNetwork } from './siteNetwork.js'

interface Opened {
  network: SiteNetwork
  closePages: () => Promise<unknown>
}

const opened: Opened[] = []

/** Closes pages, then their network, and fails the test if the network had to refuse something. */
export async function closeOpened(): Promise<void> {
  const all = opened.splice(0)
  await Promise.all(
    all.map(async ({ network, closePages }) => {
      await closePages()
      await network.close()
    }),
  )
  const stray = all.flatMap(({ network }) => network.stray)
  if (stray.length > 0) throw new Error(`The network refused:\n${stray.join('\n')}`)
}

/** After the test, `closeOpened` closes what is given here. */
export function closeAfterTest(network: SiteNetwork, closePages: () => Promise<unknown>): void {
  opened.push({ network, closePages })
}
