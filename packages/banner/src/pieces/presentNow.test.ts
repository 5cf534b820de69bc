import { describe, expect, it } from 'vitest'
import { presentNow } from './presentNow.js'

const documentWith = (cookie: string, defaultView: object) => ({ cookie, defaultView }) as Document

describe('presentNow', () => {
  it('writes storage keys as document.cookie writes cookies', () => {
    const win = { localStorage: { vid_1: 'a', 'two words': 'b' }, sessionStorage: { tour: '' } }
    expect(presentNow(documentWith('a=1; b=2', win))).toBe('a=1; b=2; vid_1=; two words=; tour=')
  })

  it('holds to the cookies where storage is refused', () => {
    const win = {
      get localStorage(): Storage {
        throw new Error('refused')
      },
    }
    expect(presentNow(documentWith('a=1', win))).toBe('a=1')
  })

  it('is empty where a sandboxed frame refuses the cookies as well', () => {
    const doc = {
      defaultView: {},
      get cookie(): string {
        throw new Error('sandboxed')
      },
    }
    expect(presentNow(doc as unknown as Document)).toBe('')
  })
})
