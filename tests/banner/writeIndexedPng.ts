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

const SIZE = 256

const channels = (colour: number) => [colour >> 16, (colour >> 8) & 255, colour & 255] as const

function nearest(palette: readonly number[], colour: number): number {
  const [r, g, b] = channels(colour)
  const distance = (other: number) => {
    const [x, y, z] = channels(other)
    return (r - x) ** 2 + (g - y) ** 2 + (b - z) ** 2
  }
  let best = 0
  for (let index = 1; index < palette.length; index++) {
    if (distance(palette[index] ?? 0) < distance(palette[best] ?? 0)) best = index
  }
  return best
}

/** The colours that a picture has most of stay exact; the rarer ones, edges of letters, become their neighbours. */
function paletteOf({ data }: PNG): { palette: readonly number[]; indices: Uint8Array } {
  const pixels = Array.from(
    { length: data.length / 4 },
    (_, n) => ((data[n * 4] ?? 0) << 16) | ((data[n * 4 + 1] ?? 0) << 8) | (data[n * 4 + 2] ?? 0),
  )
  const counts = new Map<number, number>()
  for (const colour of pixels) counts.set(colour, (counts.get(colour) ?? 0) + 1)
  const palette = [...counts]
    .sort(([, one], [, other]) => other - one)
    .slice(0, SIZE)
    .map(([colour]) => colour)
  const found = new Map(palette.map((colour, index) => [colour, index]))
  const indices = Uint8Array.from(pixels, (colour) => {
    const index = found.get(colour) ?? nearest(palette, colour)
    found.set(colour, index)
    return index
  })
  return { palette, indices }
}

/**
 * An opaque picture as a PNG with a palette, a fifth of the usual size: pictures of an interface have few colours.
 * https://www.w3.org/TR/png-3/#11PLTE
 */
export function writeIndexedPng(png: PNG): Buffer {
  const { width, height } = png
  const { palette, indices } = paletteOf(png)
  const colours = Buffer.from(palette.flatMap((colour) => channels(colour)))
  const rows = Buffer.alloc((width + 1) * height)
  for (let y = 0; y < height; y++) rows.set(indices.subarray(y * width, (y + 1) * width), y * (width + 1) + 1)
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 3, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]),
    chunk('IHDR', header),
    chunk('PLTE', colours),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', new Uint8Array()),
  ])
}
