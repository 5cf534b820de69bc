import { deflateSync } from 'node:zlib'
import type { PNG } from 'pngjs'

const CRC = Uint32Array.from({ length: 256 }, (_, n) => {
  let value = n
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1
  return value >>> 0
})

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  let crc = 0xffffffff
  for (const byte of body) crc = (CRC[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8)
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const end = Buffer.alloc(4)
  end.writeUInt32BE((crc ^ 0xffffffff) >>> 0)
  return Buffer.concat([length, body, end])
}

/** A colour on a grid coarse enough that a picture has few of them; 1 is the finest. */
const round = (value: number, step: number) => Math.min(255, Math.round(value / step) * step)

function paletteOf(
  { data }: PNG,
  step: number,
): { colours: Map<number, number>; indices: Uint8Array } | null {
  const colours = new Map<number, number>()
  const indices = new Uint8Array(data.length / 4)
  for (let at = 0; at < data.length; at += 4) {
    const [r = 0, g = 0, b = 0] = [data[at], data[at + 1], data[at + 2]]
    const colour = (round(r, step) << 16) | (round(g, step) << 8) | round(b, step)
    const index = colours.get(colour) ?? colours.size
    if (index > 255) return null
    colours.set(colour, index)
    indices[at / 4] = index
  }
  return { colours, indices }
}

/**
 * An opaque picture as a PNG with a palette, a fifth of the usual size: pictures of an interface have few colours.
 * https://www.w3.org/TR/png-3/#11PLTE
 */
export function writeIndexedPng(png: PNG): Buffer {
  const { width, height } = png
  const found = [1, 2, 4, 8, 16, 32].map((step) => paletteOf(png, step)).find((one) => one)
  if (!found) throw new Error('More than 256 colours on the coarsest grid.')
  const palette = Buffer.concat(
    [...found.colours.keys()].map((c) => Buffer.from([c >> 16, (c >> 8) & 255, c & 255])),
  )
  const rows = Buffer.alloc((width + 1) * height)
  for (let y = 0; y < height; y++)
    rows.set(found.indices.subarray(y * width, (y + 1) * width), y * (width + 1) + 1)
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 3, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]),
    chunk('IHDR', header),
    chunk('PLTE', palette),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', new Uint8Array()),
  ])
}
