import { type AddressInfo, createServer, type Socket } from 'node:net'

const message = (kind: string, body = '') => {
  const head = Buffer.alloc(5, kind)
  head.writeInt32BE(4 + body.length, 1)
  return Buffer.concat([head, Buffer.from(body, 'latin1')])
}

const READY = message('Z', 'I')
const LET_IN = Buffer.concat([message('R', '\0\0\0\0'), READY])
/** To a plain query, and to one with parameters: https://www.postgresql.org/docs/current/protocol-message-formats.html */
const NOTHING = Buffer.concat([message('I'), READY])
const NO_ROWS = Buffer.concat([
  ...['1', '2', 'n'].map((kind) => message(kind)),
  message('C', 'SELECT 0\0'),
  READY,
])

export interface PretendPostgres {
  readonly url: string
  /** Those that are open. */
  readonly connections: ReadonlySet<Socket>
  /** How often it was asked something. */
  readonly asked: number
  stop(): void
}

/** Lets everybody in, and has one answer to all that is asked. */
export async function pretendPostgres(options: {
  readonly answers: 'no rows' | 'nothing'
}): Promise<PretendPostgres> {
  const { answers } = options
  const connections = new Set<Socket>()
  let asked = 0
  const server = createServer((socket) => {
    connections.add(socket)
    socket.on('close', () => connections.delete(socket))
    socket.on('error', () => {})
    socket.once('data', () => {
      socket.write(LET_IN)
      socket.on('data', (sent) => {
        const isPlain = sent[0] === 'Q'.charCodeAt(0)
        if (!isPlain && !sent.subarray(-5).equals(message('S'))) return
        asked += 1
        if (answers === 'no rows') socket.write(isPlain ? NOTHING : NO_ROWS)
      })
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `postgres://u@127.0.0.1:${(server.address() as AddressInfo).port}/x`,
    connections,
    get asked() {
      return asked
    },
    stop() {
      for (const socket of connections) socket.destroy()
      server.close()
    },
  }
}
