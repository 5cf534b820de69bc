import { describe, expect, it } from 'vitest'
import { FakeBrowser } from '../../test/fake/fakeBrowser.js'
import { spy, startTab } from '../../test/fake/startTab.js'
import type { ReportIssue } from '../types/issue.js'

describe('issues and their words', () => {
  it('P18 issues are replayed to whoever comes late, each fact once, and can be unsubscribed', async () => {
    const { consent } = await startTab({ services: [spy('ga', 'necessary')] })
    const early: string[] = []
    const stop = consent.onIssue(({ code, path, url }) => early.push(`${code} ${path} ${url}`))
    expect(early.filter((line) => line.startsWith('CG122'))).toHaveLength(1)
    expect(early.find((line) => line.startsWith('CG122'))).toMatch(/services\[0\]\.category .*#cg122/i)
    const before = early.length
    consent.report('CG999', 'here')
    consent.report('CG999', 'here')
    expect(early).toHaveLength(before + 1)
    stop()
    consent.report('CG998', 'here')
    expect(early).toHaveLength(before + 1)
  })

  it('P18 in debug mode every issue has its words', async () => {
    const { consent } = await startTab({ debug: true, services: [spy('ga', 'necessary')] })
    const words: (string | undefined)[] = []
    consent.onIssue(({ message }) => words.push(message))
    expect(words.length).toBeGreaterThan(0)
    for (const message of words) expect(message).toMatch(/^CG\d{3} at .+: .+/)
  })

  it('P18 in debug mode what was told before the words came is told again with them', async () => {
    const browser = new FakeBrowser()
    const consent = browser.open().start({ debug: true, services: [spy('ga', 'necessary')] })
    const told: (string | undefined)[] = []
    consent.onIssue(({ code, message }) => {
      if (code === 'CG122') told.push(message)
    })
    await browser.settle()
    expect(told).toEqual([undefined, expect.stringMatching(/^CG122 at services\[0\]\.category: .+/)])
  })

  it('P18 a service brings its own mistake, its own advice and its own words', async () => {
    const odd = {
      ...spy('odd'),
      mistake: ['CG900', 'odd.key', 5] as const,
      advice: {
        options: 6,
        inspect: async () => ({
          inspectOptions: (options: unknown, report: ReportIssue) => report('CG901', 'odd.other', options),
        }),
        words: async () => ({
          issueTexts: { CG900: ['Five.', 'Six.'] as const, CG901: ['Six.', 'Five.'] as const },
        }),
      },
    }
    const { consent } = await startTab({ debug: true, services: [odd] })
    const told: unknown[] = []
    consent.onIssue(({ code, path, value, message }) => {
      if (code.startsWith('CG90')) told.push([path, value, message])
    })
    expect(told).toEqual([
      ['odd.key', 5, 'CG900 at odd.key: Five. Six.'],
      ['odd.other', 6, 'CG901 at odd.other: Six. Five.'],
    ])
    expect(consent.get().state).toMatchObject({ odd: 'denied' })
  })

  it('P18 words that cannot be loaded are an issue, and the codes are told all the same', async () => {
    const offline = () => Promise.reject(new Error('offline'))
    const advice = { options: {}, inspect: offline, words: offline }
    const broken = { ...spy('ga', 'necessary'), advice }
    const { consent } = await startTab({ debug: true, services: [broken] })
    const codes: string[] = []
    consent.onIssue(({ code }) => codes.push(code))
    expect(codes).toContain('CG122')
    expect(codes).toContain('CG602')
  })
})
