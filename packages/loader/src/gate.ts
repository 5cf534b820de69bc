import { mount } from '@consent-gate/banner/compose'
import type { SharedConfig } from '@consent-gate/core'
import { browserEnv, composeConsent } from '@consent-gate/core/compose'
import { analyticsService, pageTag } from '@consent-gate/ga-adapter/compose'
import { type ConsentGate, callEach, type QueuedCallback } from './queue.js'
import { type GateConfig, readOptions } from './readOptions.js'
import { scriptChunks } from './scriptChunks.js'

declare global {
  interface Window {
    ConsentGate?: ConsentGate | QueuedCallback[]
  }
}

const { currentScript } = document
if (currentScript instanceof HTMLScriptElement) start(currentScript)

function start(script: HTMLScriptElement): void {
  let options: GateConfig | null = null
  let mistake: unknown
  try {
    options = readOptions(script.dataset, document)
  } catch (error) {
    // The configuration may stand further down the page than the tag, or be half there.
    if (document.readyState === 'loading') {
      document.addEventListener('DOMContentLoaded', () => start(script), { once: true })
      return
    }
    mistake = error
  }
  const tag = JSON.stringify(options)
  const waiting = window.ConsentGate
  const running = waiting as ConsentGate | undefined
  // An element whose id is ConsentGate is there under that name, and so is in it a field that is named tag.
  if (typeof running?.tag === 'string') {
    if (running.tag !== tag) running.report('CG105', 'script', options)
    return
  }
  const gate = compose(script, options, tag)
  if (mistake) gate.report('CG140', 'data-config', `${script.dataset.config}: ${mistake}`)
  window.ConsentGate = gate
  if (!Array.isArray(waiting)) return
  callEach(gate, waiting)
  // For who held on to the queue.
  const held: Pick<ConsentGate, 'push'> = waiting
  held.push = gate.push
}

function compose(script: HTMLScriptElement, options: GateConfig | null, tag: string): ConsentGate {
  pageTag(window)
  // The tag's own first: a configuration can be injected, as any markup, and the tag cannot (P12).
  const nonce = script.nonce || (options?.nonce ?? '')
  const env = browserEnv(window, nonce)
  const { core, banner } = scriptChunks(env, script.src)
  const { googleAnalytics: analytics, services = [], ...shared }: GateConfig = options ?? {}
  const consent = composeConsent(
    options && {
      ...(shared as SharedConfig),
      // What is no list is for core to tell.
      services:
        analytics && Array.isArray(services)
          ? [analyticsService(analytics, { inspect: core.advice, words: core.debug }), ...services]
          : services,
    },
    env,
    core,
    !options && script.dataset.debug !== undefined && script.dataset.debug !== 'false',
  )
  consent.onIssue(({ code, path, value, url, message }) => console.warn(message ?? code, path, value, url))
  mount(consent, {}, banner)
  // The interface's end included.
  const { destroy } = consent
  const gate: ConsentGate = Object.assign(consent, {
    tag,
    push: (...callbacks: QueuedCallback[]) => callEach(gate, callbacks),
    destroy() {
      destroy()
      if (window.ConsentGate === gate) delete window.ConsentGate
    },
  })
  return gate
}
