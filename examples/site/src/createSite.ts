import { createServer as createHttpServer, type Server } from 'node:http'
import { createServer as createHttpsServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { createReceiptStore, type ReceiptStore } from '@consent-gate/receipt-store'
import { createAdaptorServer } from '@hono/node-server'
import { createSessions } from './sessions.js'
import { siteApp } from './siteApp.js'
import { chooseTag } from './tag.js'
import { createWireLog, type WireEntry } from './wireLog.js'

export interface SiteOptions {
  /** On all interfaces. 0 takes any free port. */
  readonly port: number
  /** A real property: the pages load Google's own tag. Without it the double answers. */
  readonly measurementId?: string
  /** Minutes without a request after which a session ends. Default 30. */
  readonly idleMinutes?: number
  /** Where receipts are kept: `postgres://…`. Default: an embedded database in memory. */
  readonly databaseUrl?: string
  /** Serves https. PEM. */
  readonly tls?: { readonly key: string; readonly cert: string }
}

export interface Site {
  readonly port: number
  /** On localhost. */
  readonly url: string
  /** What reached the stand-ins for Google's endpoints, oldest first. */
  wire(): readonly WireEntry[]
  close(): Promise<void>
}

/** Starts the site. Rejects with the server's error, for example `EADDRINUSE`. */
export async function createSite(options: SiteOptions): Promise<Site> {
  const { tls, idleMinutes = 30, databaseUrl = 'memory://' } = options
  let opened: Promise<ReceiptStore> | undefined
  const open = async () => {
    try {
      return await createReceiptStore({ databaseUrl })
    } catch (error) {
      // A database that is not there yet is asked again by the next request.
      opened = undefined
      throw error
    }
  }
  const receipts = () => {
    opened ??= open()
    return opened
  }
  const wire = createWireLog()
  const app = siteApp({
    sessions: createSessions(idleMinutes * 60_000),
    wire,
    receipts,
    tag: chooseTag(options.measurementId),
    idleMinutes,
  })
  const server = createAdaptorServer({
    fetch: app.fetch,
    ...(tls
      ? { createServer: createHttpsServer, serverOptions: { key: tls.key, cert: tls.cert } }
      : { createServer: createHttpServer }),
  }) as Server
  await listen(server, options.port)
  const { port } = server.address() as AddressInfo
  return {
    port,
    url: `${tls ? 'https' : 'http'}://localhost:${port}`,
    wire: wire.entries,
    async close() {
      await close(server)
      const store = await opened?.catch(() => undefined)
      await store?.close()
    },
  }
}

const listen = (server: Server, port: number) =>
  new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, resolve)
  })

/** Ends live views too: an open stream would keep the server up. */
const close = (server: Server) =>
  new Promise<void>((resolve, reject) => {
    server.close((error) => (error ? reject(error) : resolve()))
    server.closeAllConnections()
  })
