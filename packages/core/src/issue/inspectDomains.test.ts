import { describe, expect, it } from 'vitest'
import { FakeBrowser } from '../../test/fake/fakeBrowser.js'
import { POLICIES, spy } from '../../test/fake/startTab.js'

describe('the domains of a configuration', () => {
  it.each([
    ['a public suffix', { domain: 'co.kr' }, ['record.domain co.kr', 'session.domain co.kr']],
    ['the domain of the site', { domain: 'example.co.kr' }, []],
    ['the host alone', {}, []],
  ])('P18 tells of a domain for which a browser keeps no cookie: %s', async (_name, domain, expected) => {
    const browser = new FakeBrowser()
    const tab = browser.open('https://shop.example.co.kr/')
    const consent = tab.start({
      debug: true,
      policies: POLICIES,
      services: [spy('stats', 'analytics')],
      record: domain,
      session: { cookie: 'sid', ...domain },
    })
    const told: string[] = []
    consent.onIssue(({ code, path, value, message }) => {
      if (message && code === 'CG109') told.push(`${path} ${value}`)
    })
    await browser.settle()
    expect(told).toEqual(expected)
    expect(tab.env.readCookies()).toBe('')
  })

  it('P18 a browser that keeps no cookies at all says nothing about the domain', async () => {
    const browser = new FakeBrowser()
    browser.jar.fault = 'refused'
    const told: string[] = []
    browser
      .open('https://shop.example.co.kr/')
      .start({
        debug: true,
        policies: POLICIES,
        services: [spy('stats', 'analytics')],
        record: { domain: 'co.kr' },
      })
      .onIssue(({ code }) => told.push(code))
    await browser.settle()
    expect(told).not.toContain('CG109')
  })
})
