import { request } from 'node:http'
import { expect, test } from 'vitest'
import { siteNetwork } from './siteNetwork.js'

const ask = (proxy: string, path: string) =>
  new Promise<number | string>((resolve) => {
    const { hostname, port } = new URL(proxy)
    request({ hostname, port, path }, (response) => resolve(response.statusCode ?? 0))
      .on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? ''))
      .end()
  })

test.each([
  ['a site host', 'http://shop.example.co.kr/', 200, 0],
  ['a Google host', 'http://www.google-analytics.com/g/collect?en=e', 204, 0],
  ['any other host', 'http://elsewhere.example.com/', 'ECONNRESET', 1],
])('%s (%s) gives %s, and counts against the test %i times', async (_name, url, answer, stray) => {
  const network = await siteNetwork({ page: 'hi' })
  expect(await ask(network.proxy, url)).toBe(answer)
  expect(network.stray).toHaveLength(stray)
  await network.close()
})
