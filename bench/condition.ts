import type { Page } from 'playwright-core'

/** What a page has to get along with. */
export interface Condition {
  readonly name: 'plain' | 'slow'
  /** How many times slower the CPU is. */
  readonly slowdown: number
  /** Milliseconds before an answer begins, and bytes per second. `null`: as loopback is. */
  readonly network: { latency: number; down: number; up: number } | null
}

export const conditions: readonly Condition[] = [
  { name: 'plain', slowdown: 1, network: null },
  // Slow 4G as Lighthouse has it: 150 ms, 1.6 Mbit/s down, 750 kbit/s up.
  { name: 'slow', slowdown: 4, network: { latency: 150, down: 200_000, up: 93_750 } },
]

/** Holds for every document of the page from now on. */
export async function impose({ slowdown, network }: Condition, page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
  if (!network) return
  await session.send('Network.enable')
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: network.latency,
    downloadThroughput: network.down,
    uploadThroughput: network.up,
  })
}
