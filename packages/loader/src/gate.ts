import { type BannerChunks, mount } from '@consent-gate/banner/compose'
import type { ReportIssue } from '@consent-gate/core'
import { browserEnv, type CoreChunks, composeConsent } from '@consent-gate/core/compose'
import { googleAnalytics } from '@consent-gate/ga-adapter'
import { INTEGRITY } from './integrity.js'
import { loadChunk } from './loadChunk.js'
import { type ConsentGate, callEach, type QueuedCallback } from './queue.js'
import { type GateConfig, readOptions } from './readOptions.js'

declare global {
  interface Window {
    ConsentGate?: ConsentGate | QueuedCallback[]
  }
}

const { currentScript } = document
if (currentScript instanceof HTMLScriptElement) whenReadable(currentScript, () => start(currentScript))

/** The configuration may stand further down the page than the tag. */
function whenReadable(script: HTMLScriptElement, run: () => void): void {
  const { config } = script.dataset
  if (!config || document.readyState !== 'loading' || document.querySelector(config)) run()
  else document.addEventListener('DOMContentLoaded', run, { once: true })
}

function start(script: HTMLScriptElement): void {
  const found: [code: string, path: string, value: unknown][] = []
  const options = readOptions(script.dataset, document, (...issue) => found.push(issue as never))
  const fingerprint = JSON.stringify(options)
  const waiting = window.ConsentGate
  if (waiting && !Array.isArray(waiting)) {
    if (script.dataset.fingerprint !== fingerprint) waiting.report('CG105', 'script', options)
    return
  }
  const gate = compose(script, options)
  for (const [code, path, value] of found) gate.report(code, path, value)
  window.ConsentGate = gate
  callEach(gate, waiting ?? [])
}

function compose(script: HTMLScriptElement, options: GateConfig | null): ConsentGate {
  const nonce = options?.nonce ?? script.nonce
  const env = browserEnv(window, nonce)
  const load = <T>(name: keyof typeof INTEGRITY, needs?: unknown): Promise<T> =>
    loadChunk<T>(env, new URL(`gate-${name}.js`, script.src).href, INTEGRITY[name], needs)
  const core: CoreChunks = {
    gates: () => load('gates'),
    sessionGuard: () => load('session'),
    receipts: () => load('receipts'),
    issueTexts: () => load('debug'),
  }
  const { googleAnalytics: analytics, services = [], ...shared } = options ?? {}
  const consent = composeConsent(
    options && {
      ...shared,
      nonce,
      services: [...(analytics ? [googleAnalytics(analytics)] : []), ...services],
    },
    env,
    core,
  )
  consent.onIssue(({ code, path, value, url, message }) => console.warn(message ?? code, path, value, url))
  const banner = mount(consent, shared.ui ?? {}, bannerChunks(load))
  const gate: ConsentGate = Object.assign(consent, {
    push: (...callbacks: QueuedCallback[]) => callEach(gate, callbacks),
  })
  const { destroy } = consent
  gate.destroy = () => {
    banner.destroy()
    destroy()
    delete window.ConsentGate
  }
  return gate
}
