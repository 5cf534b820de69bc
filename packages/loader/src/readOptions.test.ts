import { describe, expect, it } from 'vitest'
import { readOptions } from './readOptions.js'

const page = (json?: string) =>
  ({
    // As if another element of that id, which is no script, stood before it.
    querySelector: (selector: string) =>
      json === undefined ? null : { textContent: selector.startsWith('script') ? json : 'profile text' },
  }) as unknown as Document

const read = (data: DOMStringMap, json?: string) => readOptions(data, page(json))

describe('the options of a script tag', () => {
  it('are its attributes', () => {
    expect(
      read({
        measurementId: 'G-ONE1, G-TWO2',
        policyVersion: '2026-12-01',
        policyUrl: '/privacy',
        sessionCookie: 'sid',
        lang: 'ko',
        position: 'top',
        theme: 'dark',
        debug: '',
      }),
    ).toEqual({
      googleAnalytics: { measurementId: ['G-ONE1', 'G-TWO2'] },
      policies: [{ version: '2026-12-01', url: '/privacy' }],
      session: { cookie: 'sid' },
      ui: { lang: 'ko', position: 'top', theme: 'dark' },
      debug: true,
    })
  })

  it('override the same keys of the JSON and leave the others', () => {
    const json = {
      googleAnalytics: { measurementId: 'G-JSON1', pageViews: 'manual' },
      policies: [{ version: 'old', url: '/old', summary: 'What changed' }],
      session: { cookie: 'sid', idleMinutes: 30 },
      ui: { lang: 'en', position: 'top' },
      minor: true,
    }
    const data = {
      config: '#c',
      measurementId: 'G-TAG1',
      policyVersion: 'new',
      sessionCookie: 'auth',
      lang: 'ko',
    }
    expect(read(data, JSON.stringify(json))).toEqual({
      googleAnalytics: { measurementId: ['G-TAG1'], pageViews: 'manual' },
      policies: [{ version: 'new', url: '/old', summary: 'What changed' }],
      session: { cookie: 'auth', idleMinutes: 30 },
      ui: { lang: 'ko', position: 'top' },
      minor: true,
    })
  })

  it('replace a list of several policy versions, which one version cannot mean', () => {
    const json = JSON.stringify({ policies: [{ version: 'a', url: '/a' }, { version: 'b' }] })
    expect(read({ config: '#c', policyVersion: 'c' }, json).policies).toEqual([{ version: 'c' }])
  })

  it('give every version their address where only that is written', () => {
    const json = JSON.stringify({ policies: [{ version: 'a', url: '/a' }, { version: 'b' }] })
    expect(read({ config: '#c', policyUrl: '/privacy' }, json).policies).toEqual([
      { version: 'a', url: '/privacy' },
      { version: 'b', url: '/privacy' },
    ])
    expect(read({ config: '#c', policyVersion: 'a' }, '{ "policies": [] }').policies).toEqual([
      { version: 'a' },
    ])
  })

  it('have version 0 where only the address of the policy is written', () => {
    expect(read({ policyUrl: '/privacy' }).policies).toEqual([{ version: '0', url: '/privacy' }])
  })

  it.each([
    ['false', false],
    ['', true],
    ['true', true],
  ])('debug="%s" is %s', (debug, meant) => {
    expect(read({ debug }).debug).toBe(meant)
  })

  it('do not count when empty', () => {
    const empty = { config: '', measurementId: '', policyVersion: '', sessionCookie: '', lang: '' }
    expect(read(empty)).toEqual({ ui: {} })
  })

  it.each([[undefined], [''], ['{'], ['null']])('P18 throws at JSON that cannot be read: %s', (json) => {
    expect(() => read({ config: '#c' }, json)).toThrow()
  })
})
