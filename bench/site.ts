import { brotliCompressSync, constants } from 'node:zlib'
import { isGoogleHost } from '../tests/harness/googleHosts.js'
import { type Answer, type NetworkRequest, type Reply, startNetwork } from '../tests/harness/network.js'
import type { Candidate } from './candidate.js'
import { sitePage } from './sitePage.js'

export interface Site {
  proxy: string
  /** What was asked for since `startLog()`. */
  readonly log: Log
  startLog(): Log
  close(): Promise<void>
}

export interface Log {
  /** Of the candidate's files, as they went over the wire. */
  bytes: number
  /** The addresses of Google that were asked for. */
  google: string[]
}

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
}

/** Compressed once, as a web server keeps it. Never from a cache: every visit is a cold one. */
function compressed(type: string, text: string): Reply & { body: Buffer } {
  const body = brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } })
  return {
    headers: {
      'content-type': TYPES[type] ?? '',
      'content-encoding': 'br',
      'content-length': String(body.length),
      'cache-control': 'no-store',
      // The chunks of consent-gate carry integrity hashes and are asked for with CORS.
      'access-control-allow-origin': '*',
    },
    body,
  }
}

/** Every candidate's site and Google, on loopback. Google's tag is an empty script: nothing is sent by it. */
export async function startSite(candidates: readonly Candidate[]): Promise<Site> {
  let log: Log = { bytes: 0, google: [] }
  const pages = new Map<string, Reply>()
  const files = new Map(
    candidates.flatMap(({ id, files }) =>
      Object.entries(files).map(([path, text]) => [
        `${id}.test${path}`,
        compressed(path.endsWith('.css') ? 'css' : 'js', text),
      ]),
    ),
  )

  const pageOf = ({ hostname, search }: URL): Reply | undefined => {
    const key = hostname + search
    const candidate = candidates.find(({ id }) => hostname === `${id}.test`)
    if (!candidate) return undefined
    const page = pages.get(key) ?? compressed('html', sitePage(candidate, Number(search.slice(1))))
    pages.set(key, page)
    return page
  }

  const respond = ({ url }: NetworkRequest): Answer => {
    if (isGoogleHost(url.hostname)) {
      log.google.push(url.href)
      return { headers: { 'content-type': TYPES.js ?? '' }, body: '' }
    }
    if (url.pathname === '/') return pageOf(url) ?? 'abort'
    const file = files.get(url.hostname + url.pathname)
    if (!file) return { status: 404 }
    log.bytes += file.body.length
    return file
  }

  const network = await startNetwork(respond)
  return {
    proxy: network.proxy,
    close: network.close,
    get log() {
      return log
    },
    startLog() {
      log = { bytes: 0, google: [] }
      return log
    },
  }
}
