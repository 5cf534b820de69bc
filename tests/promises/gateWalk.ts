import type { Consent } from '@consent-gate/core'

/** What a page, its framework or its visitor does with gated markup. `pick` and `other` choose among what is there. */
export const gateSteps = [
  'insert',
  'insert as text',
  'remove',
  'put back',
  'move',
  'copy',
  'copy a box',
  'write a box anew',
  'copy the body',
  'something before',
  'hide',
  'show',
  'other address',
  'other service',
  'yes',
  'no',
  'press',
] as const

export interface GateStep {
  readonly does: (typeof gateSteps)[number]
  readonly pick: number
  readonly other: number
}

export interface GateWalkWindow extends Window {
  ConsentGate: Consent
  take(step: GateStep): void
  wrong(): string[]
  ran: { key: string; allowed: boolean }[]
  note(key: string, allowed: boolean): void
}

/**
 * Runs in a page with a `<main>`: gives it `take`, which does a step, and `wrong`, which says in words what is not as
 * the answers say. https://playwright.dev/docs/evaluating: it may use nothing from outside.
 */
export function startGateWalk(): void {
  const page = window as unknown as GateWalkWindow
  const services = ['stats', 'videos']
  const kinds = ['frame', 'inline', 'script', 'image', 'frame', 'sheet']
  const away: Element[] = []
  let made = 0

  const main = () => document.querySelector('main') as HTMLElement
  main().innerHTML = '<div></div><div></div><div></div>'
  const pickOf = <T>(list: ArrayLike<T>, pick: number): T | undefined => list[pick % (list.length || 1)]
  const box = (pick: number) => pickOf(main().children, pick) as HTMLElement
  const all = (selector: string) => [...document.querySelectorAll<HTMLElement>(`main ${selector}`)]
  const gated = (pick: number, kind = '') => pickOf(all(`${kind}[data-category]`), pick)
  const allowed = (element: Element) =>
    page.ConsentGate.allows((element as HTMLElement).dataset.service ?? '')
  const hasRun = (element: Element) => element.hasAttribute('data-consent-gate-ran')

  page.ran = []
  page.note = (key, allowed) => page.ran.push({ key, allowed })

  const markup = (kind: string, service: string) => {
    const named = `data-category="${service === 'stats' ? 'analytics' : 'media'}" data-service="${service}"`
    const key = `${service} ${++made}`
    const address = `data-src="/${kind}.js?key=${encodeURIComponent(key)}"`
    if (kind === 'inline')
      return `<script type="text/plain" ${named} data-key="${key}">note('${key}', ConsentGate.allows('${service}'))</script>`
    if (kind === 'script') return `<script type="text/plain" ${named} data-key="${key}" ${address}></script>`
    if (kind === 'frame') return `<iframe ${named} data-src="/film?${made}"></iframe>`
    if (kind === 'image') return `<img ${named} alt="" data-src="/dot.svg?${made}">`
    return `<link rel="stylesheet" ${named} data-href="/look.css?${made}">`
  }
  const built = (html: string) => {
    const template = document.createElement('template')
    template.innerHTML = html
    return template.content.firstElementChild as Element
  }
  /** A copy has what was on its way while it was made, which is none of its own. */
  const withoutRunning = (copy: HTMLElement) => {
    for (const script of copy.querySelectorAll('div > script:not([type="text/plain"])')) script.remove()
  }
  /** A copy, in which what has not run is a script of its own. */
  const copyOf = (element: Element) => {
    const copy = element.cloneNode(true) as HTMLElement
    withoutRunning(copy)
    for (const script of [copy, ...copy.querySelectorAll<HTMLElement>('*')]) {
      if (!script.dataset.key || hasRun(script)) continue
      const kind = script.dataset.src ? 'script' : 'inline'
      const anew = built(markup(kind, `${script.dataset.service}`)) as HTMLElement
      if (script === copy) return anew
      script.replaceWith(anew)
    }
    return copy
  }

  const does: Record<GateStep['does'], (pick: number, other: number) => unknown> = {
    insert: (pick, other) => {
      const element = built(markup(`${pickOf(kinds, pick)}`, `${pickOf(services, other)}`))
      other % 3 ? box(pick).append(element) : box(pick).prepend(element)
    },
    'insert as text': (pick, other) => {
      const texts = [pick, pick + 1].map((nth) =>
        markup(`${pickOf(kinds, nth)}`, `${pickOf(services, other)}`),
      )
      box(other).insertAdjacentHTML('beforeend', texts.join('<p>and</p>'))
    },
    remove: (pick) => {
      const element = gated(pick)
      element?.remove()
      if (element) away.push(element)
    },
    'put back': (pick, other) => {
      const [element] = away.splice(pick % (away.length || 1), 1)
      if (element) box(other).prepend(element)
    },
    move: (pick, other) => {
      const element = gated(pick)
      if (element) box(other).append(element)
    },
    copy: (pick, other) => {
      const element = gated(pick)
      if (element) box(other).append(copyOf(element))
    },
    'copy a box': (pick) => box(pick).replaceWith(copyOf(box(pick))),
    'write a box anew': (pick) => {
      const { innerHTML } = box(pick)
      box(pick).innerHTML = innerHTML
      withoutRunning(box(pick))
    },
    'copy the body': () => document.body.replaceWith(copyOf(document.body)),
    'something before': (pick) => gated(pick)?.before(document.createElement('p')),
    hide: (pick) => {
      const frame = gated(pick, 'iframe')
      if (frame) frame.hidden = true
    },
    show: (pick) => gated(pick, 'iframe')?.removeAttribute('hidden'),
    'other address': (pick, other) => {
      const element = gated(pick, ':not(script)')
      if (element?.dataset.src) element.dataset.src = `/dot.svg?again=${other}`
    },
    'other service': (pick) => {
      const element = gated(pick, ':not(script)')
      if (!element) return
      const next = element.dataset.service === 'stats' ? 'videos' : 'stats'
      element.dataset.service = next
      element.dataset.category = next === 'stats' ? 'analytics' : 'media'
    },
    yes: (pick) => page.ConsentGate.save({ [`${pickOf(services, pick)}`]: true }),
    no: (pick) => page.ConsentGate.save({ [`${pickOf(services, pick)}`]: false }),
    press: (pick) => pickOf(all('[data-consent-gate-placeholder] button'), pick)?.click(),
  }

  page.take = ({ does: name, pick, other }) => void does[name](pick, other)

  for (const [index] of kinds.entries()) {
    does.insert(index, 0)
    does.insert(index, 1)
  }

  page.wrong = () => {
    const wrong: string[] = []
    const hold = (fact: string, holds: boolean) => holds || wrong.push(fact)
    const keys = page.ran.map(({ key }) => key)
    hold('nothing runs twice', new Set(keys).size === keys.length)
    hold(
      'what runs is allowed',
      page.ran.every(({ allowed }) => allowed),
    )
    for (const element of all('[data-category]')) {
      const { key, src, href } = element.dataset
      const open = allowed(element)
      const text = element.outerHTML
      if (key) {
        hold(`ran or waits: ${text}`, hasRun(element) ? keys.includes(key) : !open && !keys.includes(key))
        continue
      }
      const [name, address] = src ? ['src', src] : ['href', href]
      hold(`has its address or not: ${text}`, element.getAttribute(`${name}`) === (open ? address : null))
      if (element.localName !== 'iframe') continue
      const before = element.previousElementSibling
      const stands = before?.hasAttribute('data-consent-gate-placeholder') ?? false
      const hidden = element.getAttribute('hidden')
      const byPage = hidden !== null && hidden !== 'held'
      hold(`asks or shows: ${text}`, stands === (!open && !byPage))
      hold(`is hidden or not: ${text}`, byPage || (hidden === 'held') === !open)
    }
    for (const asks of all('[data-consent-gate-placeholder]')) {
      const frame = asks.nextElementSibling
      hold(`stands for a frame: ${asks.outerHTML}`, frame?.getAttribute('hidden') === 'held')
      const { service } = (frame as HTMLElement | null)?.dataset ?? {}
      hold(`asks for its service: ${asks.outerHTML}`, asks.dataset.consentGatePlaceholder === service)
    }
    hold('nothing stays that ran', all('script:not([type="text/plain"])').length === 0)
    return wrong
  }
}
