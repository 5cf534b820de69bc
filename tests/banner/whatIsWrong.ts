import type { Consent } from '@consent-gate/core'

/**
 * Runs in a page of the walks: everything that is not as the snapshot says, in words. Empty where all of it is.
 * https://playwright.dev/docs/evaluating: it may use nothing from outside.
 */
export function whatIsWrong(): string[] {
  const { ConsentGate, ran } = window as unknown as { ConsentGate: Consent; ran: Record<string, number> }
  const { state, ui, pending, services } = ConsentGate.get()
  const find = (selector: string) => document.querySelector<HTMLElement>(selector)
  const seen = (selector: string) => (find(selector)?.getClientRects().length ?? 0) > 0
  const on = (unit: string) => state[unit] === 'granted'
  const has = (cookie: RegExp) => cookie.test(document.cookie)
  const dialog = find('#consent-gate dialog') as HTMLDialogElement | null
  const facts: Record<string, boolean> = {
    'the preferences are open or not': (ui === 'preferences') === (dialog?.open ?? false),
    'the question is there': !(ui === 'notice' && pending.length) || seen('#consent-gate [data-role=accept]'),
    'nothing is left of it': ui !== 'none' || !find('#consent-gate'),
    'it is there once': document.querySelectorAll('#consent-gate').length <= 1,
    'the film shows or not': on('videos') === !!find('iframe')?.getAttribute('src')?.endsWith('/film'),
    'Analytics runs': !on('google-analytics') || services['google-analytics'] === 'running',
    'cookies of Analytics are there or not': on('google-analytics') === has(/(^|; )_ga=/),
    'no further cookies of Analytics': on('google-analytics') || !has(/(^|; )_ga/),
  }
  for (const [unit, cookie] of [
    ['stats', /(^|; )stat=/],
    ['videos', /(^|; )vid_1=/],
  ] as const) {
    facts[`the script of ${unit} ran once, if ever`] = (ran[unit] ?? (on(unit) ? 0 : 1)) === 1
    facts[`no cookie of ${unit} after a no`] = on(unit) || !has(cookie)
  }
  for (const unit of ['google-analytics', 'videos']) {
    const checked = find(`consent-gate-toggle[service=${unit}] [role=switch]`)?.ariaChecked
    facts[`the switch of ${unit} tells`] = checked === `${on(unit)}`
  }
  return Object.entries(facts).flatMap(([fact, holds]) => (holds ? [] : [fact]))
}
