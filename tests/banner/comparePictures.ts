import pixelmatch from 'pixelmatch'
import { PNG } from 'pngjs'

/** How much of a picture may differ: letters do a little, from one build of a browser to the next. */
const TOLERANCE = 0.001
/** CSS pixels by which the size of a piece may differ. */
const SIZE = 2

export interface Comparison {
  /** What is wrong, in words; empty when they are alike. */
  readonly difference: string
  readonly picture?: PNG
}

export function comparePictures(baseline: PNG, taken: PNG): Comparison {
  const sizes = `${baseline.width}×${baseline.height} became ${taken.width}×${taken.height}`
  const width = Math.min(baseline.width, taken.width)
  const height = Math.min(baseline.height, taken.height)
  if (Math.max(baseline.width, taken.width) - width > SIZE) return { difference: sizes }
  if (Math.max(baseline.height, taken.height) - height > SIZE) return { difference: sizes }
  const crop = (png: PNG) => {
    const part = new PNG({ width, height })
    PNG.bitblt(png, part, 0, 0, width, height, 0, 0)
    return part.data
  }
  const picture = new PNG({ width, height })
  const count = pixelmatch(crop(baseline), crop(taken), picture.data, width, height, { threshold: 0.2 })
  const share = count / (width * height)
  return share > TOLERANCE
    ? { difference: `${(share * 100).toFixed(1)} % of the pixels differ`, picture }
    : { difference: '' }
}
