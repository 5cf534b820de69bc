import { assumeGranted, isGranted, setDefaults, setUpdates } from './consentState.js'
import { Destination } from './destination.js'
import { loadContainer } from './loadContainer.js'
import { isParams, type Params } from './params.js'
import type { GtagSettings } from './settings.js'
import { UpdateWait } from './updateWait.js'
import { watchHistory } from './watchHistory.js'
import { watchScroll } from './watchScroll.js'

const CONSENT_TYPES = ['ad_storage', 'analytics_storage', 'ad_user_data', 'ad_personalization']
const DEFAULT_REGION = 'KR'

/** Carries out commands for the destinations of all containers in the page. */
export class Tag {
  readonly #destinations = new Map<string, Destination>()
  /** Configurations of IDs whose script is on its way. */
  readonly #awaited = new Map<string, Params[]>()
  readonly #wait = new UpdateWait()
  #globals: Params = {}
  #region = DEFAULT_REGION

  addContainer(settings: GtagSettings): void {
    this.#region = settings.region ?? DEFAULT_REGION
    assumeGranted(CONSENT_TYPES)
    const destination = new Destination(settings, () => this.#globals)
    this.#destinations.set(destination.id, destination)
    for (const params of this.#awaited.get(destination.id) ?? []) {
      this.#configure(destination, params)
    }
    this.#awaited.delete(destination.id)
  }

  /** From here on the page itself makes events: its history and its end. */
  watchPage(): void {
    watchHistory((previous) => {
      for (const destination of this.#destinations.values()) {
        if (!destination.measures('history')) continue
        this.#wait.run(() => destination.process('page_view', { page_referrer: previous }))
      }
    })
    window.addEventListener('pagehide', () => {
      for (const destination of this.#destinations.values()) destination.leavePage()
    })
  }

  run([command, first, second, third]: readonly unknown[]): void {
    if (command === 'consent') this.#consent(first, second)
    else if (command === 'set') this.#set(first, second)
    else if (command === 'get') this.#get(String(first), String(second), third)
    else if (command === 'config') this.#config(String(first), isParams(second) ? second : {})
    else if (command === 'event') this.#event(String(first), isParams(second) ? second : {})
  }

  #configure(destination: Destination, params: Params): void {
    this.#wait.run(() => {
      const first = !destination.configured
      destination.configure(params)
      if (!first || !destination.measures('scroll')) return
      watchScroll(() => destination.process('scroll', { percent_scrolled: 90 }))
    })
  }

  #consent(mode: unknown, fields: unknown): void {
    if (!isParams(fields)) return
    const before = isGranted('analytics_storage')
    if (mode === 'default') setDefaults(fields, this.#region)
    else if (mode === 'update') setUpdates(fields)
    else return
    const after = isGranted('analytics_storage')
    for (const destination of this.#destinations.values()) {
      if (before && !after) destination.withdrawn()
      if (!before && after) destination.granted()
    }
    if (mode === 'update') this.#wait.end()
    else if (typeof fields.wait_for_update === 'number') this.#wait.begin(fields.wait_for_update)
  }

  #set(first: unknown, second: unknown): void {
    const fields = isParams(first) ? first : { [String(first)]: second }
    this.#globals = { ...this.#globals, ...fields }
  }

  #get(id: string, field: string, callback: unknown): void {
    const value = this.#destinations.get(id)?.read(field)
    if (typeof callback === 'function') setTimeout(() => callback(value))
  }

  #config(id: string, params: Params): void {
    const destination = this.#destinations.get(id)
    const awaited = this.#awaited.get(id)
    if (destination) this.#configure(destination, params)
    else if (awaited) awaited.push(params)
    else {
      this.#awaited.set(id, [params])
      loadContainer(id)
    }
  }

  #event(name: string, params: Params): void {
    const targets = [params.send_to ?? 'default'].flat().map(String)
    for (const destination of this.#destinations.values()) {
      if (!targets.some((target) => target === destination.id || destination.inGroup(target))) continue
      this.#wait.run(() => destination.process(name, params))
    }
  }
}
