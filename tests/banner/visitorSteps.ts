import type { Page } from 'playwright-core'

/** What a step says of every unit: yes, no, the units that were still asked for, or nothing. */
export type Said = 'all yes' | 'all no' | 'asked yes' | 'asked no' | 'something' | 'forgotten' | 'nothing'

export interface VisitorStep {
  readonly says: Said
  /** False where the page does not offer it now. */
  take(page: Page): Promise<boolean>
}

/** Clicks where a visitor could: on what is there, is seen and has nothing over it. */
const click =
  (selector: string) =>
  async (page: Page): Promise<boolean> => {
    const target = page.locator(selector).first()
    if (!(await target.isVisible())) return false
    return target.click({ timeout: 2_000 }).then(
      () => true,
      () => false,
    )
  }

const press = (key: string) => async (page: Page) => {
  await page.keyboard.press(key)
  return true
}

const call = (code: string) => async (page: Page) => {
  await page.evaluate(`ConsentGate.${code}`)
  return true
}

const notice = (role: string) => click(`#consent-gate .card [data-role=${role}]`)
const preferences = (role: string) => click(`#consent-gate dialog [data-role=${role}]`)
const nthSwitch = (nth: number) => click(`#consent-gate dialog [role=switch] >> nth=${nth}`)

/** What a visitor, and the site's own code, can do in one page. */
export const visitorSteps = {
  'notice: yes': { says: 'asked yes', take: notice('accept') },
  'notice: no': { says: 'asked no', take: notice('reject') },
  'notice: preferences': { says: 'nothing', take: notice('preferences') },
  'preferences: yes': { says: 'all yes', take: preferences('accept') },
  'preferences: no': { says: 'all no', take: preferences('reject') },
  'preferences: first switch': { says: 'nothing', take: nthSwitch(0) },
  'preferences: second switch': { says: 'nothing', take: nthSwitch(1) },
  'preferences: save': { says: 'something', take: preferences('save') },
  'preferences: close': { says: 'nothing', take: preferences('close') },
  Escape: { says: 'nothing', take: press('Escape') },
  Tab: { says: 'nothing', take: press('Tab') },
  'own yes': { says: 'all yes', take: click('[data-consent-gate=accept]') },
  'own no': { says: 'all no', take: click('[data-consent-gate=reject]') },
  'own withdrawal': { says: 'all no', take: click('[data-consent-gate=withdraw]') },
  'own preferences': { says: 'nothing', take: click('[data-consent-gate=preferences]') },
  'switch of Analytics': {
    says: 'something',
    take: click('consent-gate-toggle[service=google-analytics] [role=switch]'),
  },
  'switch of videos': { says: 'something', take: click('consent-gate-toggle[service=videos] [role=switch]') },
  placeholder: { says: 'something', take: click('main [role=group] button') },
  'in Korean': { says: 'nothing', take: call(`setLanguage('ko')`) },
  'in Arabic': { says: 'nothing', take: call(`setLanguage('ar')`) },
  hide: { says: 'nothing', take: call('hide()') },
  reset: { says: 'forgotten', take: call('reset()') },
  erase: { says: 'forgotten', take: call('erase().ok') },
} satisfies Record<string, VisitorStep>
