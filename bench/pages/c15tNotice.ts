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

// It has no interface: the smallest that asks, shown and hidden by its state.
const notice = document.createElement('section')
notice.style.cssText = 'position:fixed;inset:auto 0 0;padding:1rem;background:#fff;border-top:1px solid #888'
notice.append('May we count visits with Google Analytics? ')
const answers = { all: 'Accept', necessary: 'Refuse' } as const
for (const answer of ['all', 'necessary'] as const) {
  const button = document.createElement('button')
  button.textContent = answers[answer]
  button.className = answer
  button.onclick = () => consentStore.getState().saveConsents(answer)
  notice.append(button)
}
const draw = ({ activeUI }: ReturnType<typeof consentStore.getState>) => {
  notice.hidden = activeUI !== 'banner'
}
draw(consentStore.getState())
consentStore.subscribe(draw)
document.body.append(notice)
