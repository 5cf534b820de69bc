import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import type { AddressInfo, Socket } from 'node:net'
import { certificate } from './certificate.js'

export interface NetworkRequest {
  method: string
  url: URL
  headers: IncomingMessage['headers']
  body: string
}

export interface Reply {
  status?: number
  headers?: Record<string, string | string[]>
  body?: string | Buffer
}

/** `'abort'` closes the connection, as a network failure does. */
export type Answer = Reply | 'abort'

export type Respond = (request: NetworkRequest) => Answer | Promise<Answer>

export interface Network {
  proxy: string
  close(): Promise<void>
}

async function bodyOf(message: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of message) chunks.push(chunk)
  return Buffer.concat(chunks).toString('utf8')
}

/**
 * All the internet a browser context sees: a proxy on loopback that ends TLS itself and has every request
 * answered by `respond`. Unlike interception in the browser it also sees what a closing page sends, and what
 * service workers and prerendered pages ask for.
 */
export async function startNetwork(respond: Respond): Promise<Network> {
  const answer = async (scheme: string, message: IncomingMessage, response: ServerResponse) => {
    try {
      const target = message.url ?? '/'
      const url = new URL(target.startsWith('/') ? `${scheme}://${message.headers.host}${target}` : target)
      const body = await bodyOf(message)
      const reply = await respond({ method: message.method ?? 'GET', url, headers: message.headers, body })
      if (reply === 'abort') response.destroy()
      else response.writeHead(reply.status ?? 200, reply.headers ?? {}).end(reply.body)
    } catch {
      response.destroy()
    }
  }
  const secure = createSecureServer(await certificate(), (message, response) =>
    answer('https', message, response),
  )
  const plain = createServer((message, response) => answer('http', message, response))
  const tunnels = new Set<Socket>()
  plain.on('connect', (_request: IncomingMessage, socket: Socket) => {
    tunnels.add(socket)
    socket.on('close', () => tunnels.delete(socket))
    socket.on('error', () => socket.destroy())
    socket.write('HTTP/1.1 200 OK\r\n\r\n')
    secure.emit('connection', socket)
  })
  // A WebSocket or wss attempt has no place in these tests.
  plain.on('upgrade', (_request, socket) => socket.destroy())
  await new Promise<void>((resolve) => plain.listen(0, '127.0.0.1', resolve))
  return {
    proxy: `http://127.0.0.1:${(plain.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        for (const socket of tunnels) socket.destroy()
        plain.closeAllConnections()
        plain.close(() => resolve())
      }),
  }
}
