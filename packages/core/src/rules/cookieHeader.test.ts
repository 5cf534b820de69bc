import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cookieValues, parseCookieHeader } from './cookieHeader.js'

/** What RFC 6265 lets a server and a script write. https://httpwg.org/specs/rfc6265.html#sane-set-cookie-syntax */
const name = fc.stringMatching(/^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,12}$/)
const value = fc.stringMatching(/^[!#-+\--:<-[\]-~]{0,20}$/)

describe('a Cookie header', () => {
  it.each<[string, string, [string, string][]]>([
    ['nothing', '', []],
    ['one cookie', 'a=1', [['a', '1']]],
    [
      'several in order',
      'b=2; a=1',
      [
        ['b', '2'],
        ['a', '1'],
      ],
    ],
    [
      'a name twice',
      'a=1; a=2',
      [
        ['a', '1'],
        ['a', '2'],
      ],
    ],
    ['an empty value', 'a=', [['a', '']]],
    [
      'no spaces',
      'a=1;b=2',
      [
        ['a', '1'],
        ['b', '2'],
      ],
    ],
    [
      'many spaces',
      '  a=1  ;  b=2  ',
      [
        ['a', '1'],
        ['b', '2'],
      ],
    ],
    [
      '= in the value',
      'a=x==; b=y=z',
      [
        ['a', 'x=='],
        ['b', 'y=z'],
      ],
    ],
    ['quotes, % and +', 'a="%41+b"', [['a', '"%41+b"']]],
    ['a cookie without a name', 'lonely; a=1', [['a', '1']]],
    ['an empty name', '=1; a=1', [['a', '1']]],
    ['stray semicolons', ';;a=1;;', [['a', '1']]],
    ['a name that every object has', '__proto__=1', [['__proto__', '1']]],
  ])('reads %s', (_, header, pairs) => {
    expect(parseCookieHeader(header)).toEqual(pairs)
  })

  it('P5 gives every value back byte for byte', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(name, value)), (pairs) => {
        expect(parseCookieHeader(pairs.map((pair) => pair.join('=')).join('; '))).toEqual(pairs)
      }),
    )
  })

  it('gives the values of exactly one name, in order', () => {
    expect(cookieValues('sid=1; Sid=2; sid2=3; sid=4', 'sid')).toEqual(['1', '4'])
    expect(cookieValues('sid=1', 'si')).toEqual([])
  })

  it('never throws', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (header) => void parseCookieHeader(header)))
  })
})
