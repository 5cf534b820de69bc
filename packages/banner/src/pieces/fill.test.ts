import { describe, expect, it } from 'vitest'
import { fill } from './fill.js'

describe('fill', () => {
  it('isolates each value, so that its direction is its own', () => {
    expect(fill('{name} ({version})', { name: 'Video House!', version: 2 })).toBe(
      '\u2068Video House!\u2069 (\u20682\u2069)',
    )
  })

  it('leaves a mark without a value as it is written', () => {
    expect(fill('{nam} {name}', { name: 'a' })).toBe('{nam} \u2068a\u2069')
  })
})
