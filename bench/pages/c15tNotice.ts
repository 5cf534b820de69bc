import { getOrCreateConsentRuntime } from 'c15t'
import { TAG, TAG_COMMANDS } from '../candidate.js'

// c15t's core gates what stands in its configuration, not what stands in the page.
const { gated } = document.documentElement.dataset
const scripts = Array.from({ length: Number(gated) }, (_, index) => ({
  id: `gated-${index}`,
  category: 'measurement' as const,
  textContent: 'gateOpened()',
}))

const { consentStore } = getOrCreateConsentRuntime({
  mode: 'offline',
  consentCategories: ['necessary', 'measurement'],
  scripts: [
    { id: 'tag-commands', category: 'measurement', textContent: TAG_COMMANDS },
    { id: 'tag', category: 'measurement', src: TAG },
    ...scripts,
  ],
})

// It has no interface: this is the one of its documentation (docs/frameworks/javascript/building-ui.md), in our words.
function createBanner() {
  const banner = document.createElement('div')
  banner.id = 'consent-banner'
  banner.setAttribute('role', 'dialog')
  banner.setAttribute('aria-label', 'Cookies')
  banner.style.cssText =
    'display:none;position:fixed;inset:auto 0 0;padding:1rem;background:#fff;border-top:1px solid #888'
  banner.innerHTML =
    '<p>May we count visits with Google Analytics? You can say no, and everything still works.</p>' +
    '<button id="consent-accept">Accept</button><button id="consent-reject">Refuse</button>'
  document.body.append(banner)
  banner.querySelector('#consent-accept')?.addEventListener('click', () => {
    consentStore.getState().saveConsents('all')
  })
  banner.querySelector('#consent-reject')?.addEventListener('click', () => {
    consentStore.getState().saveConsents('necessary')
  })
  return banner
}

const banner = createBanner()
const show = ({ activeUI }: ReturnType<typeof consentStore.getState>) => {
  banner.style.display = activeUI === 'banner' ? 'block' : 'none'
}
show(consentStore.getState())
consentStore.subscribe(show)
