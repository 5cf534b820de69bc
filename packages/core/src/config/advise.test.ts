import { describe, expect, it } from 'vitest'
import { FakeBrowser } from '../../test/fake/fakeBrowser.js'
import { POLICIES, spy } from '../../test/fake/startTab.js'
import type { ConsentConfig } from '../types/config.js'

describe('advice on a configuration', () => {
  it('P18 a mistake in the shape of the configuration has words in debug mode, and keys that nothing reads are told', async () => {
    const words = async (config: unknown) => {
      const browser = new FakeBrowser()
      const told: (string | undefined)[] = []
      browser
        .open()
        .start(config as ConsentConfig)
        .onIssue(({ code, path, message }) => {
          if (message && /CG10[068]/.test(code)) told.push(`${code} ${path}`)
        })
      await browser.settle()
      return told
    }
    expect(await words({ debug: true, services: 'ga' })).toEqual(['CG100 ', 'CG108 services'])
    expect(await words({ debug: true, policies: POLICIES, session: 'sid' })).toEqual(['CG108 session'])
    expect(await words({ debug: true, policies: POLICIES, sesion: {}, ui: { positon: 'top' } })).toEqual([
      'CG106 sesion',
      'CG106 ui.positon',
    ])
  })

  it('P18 the language that the interface is mounted with is looked at as well as ui.lang, over which it goes', async () => {
    const languages = async (ui: object, mounted: string) => {
      const browser = new FakeBrowser()
      const consent = browser
        .open()
        .start({ policies: POLICIES, services: [spy('stats', 'analytics')], ui } as ConsentConfig)
      const told: unknown[] = []
      consent.onIssue(({ code, path, value }) => told.push([code, path, value]))
      consent.setLanguage(mounted)
      await browser.settle()
      return told
    }
    expect(await languages({}, 'kr')).toEqual([['CG104', 'ui.lang', 'kr']])
    expect(await languages({ lang: 'kr' }, 'ko-KR')).toEqual([])
  })

  it('P18 what is odd is told of a site for minors too, and not of a configuration that could not be used', async () => {
    const told = async (config: unknown) => {
      const browser = new FakeBrowser()
      const codes: string[] = []
      browser
        .open()
        .start(config as ConsentConfig)
        .onIssue(({ code, message }) => message && codes.push(code))
      await browser.settle()
      return codes
    }
    const odd = { debug: true, policies: POLICIES, ui: { theme: 'pink' } }
    expect(await told({ ...odd, services: [spy('stats')], minor: true })).toContain('CG104')
    expect(await told({ ...odd, services: 'stats' })).not.toContain('CG104')
  })
})
