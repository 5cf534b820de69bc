import type { Host } from '../types/host.js'

type Words = readonly [text: string, button: string]

const WORDS: Readonly<Record<string, Words>> = {
  ko: ['{name}의 콘텐츠는 동의하신 뒤에 표시됩니다.', '동의하고 보기'],
  en: ['Content from {name} is shown once you agree.', 'Agree and show'],
  ar: ['يُعرض محتوى {name} بعد موافقتك.', 'أوافق، اعرضه'],
}

/** What stands where a held frame will be: says whose content it is, and asks for just that. */
export function placeholder({ env, consent }: Host, frame: HTMLIFrameElement): HTMLElement {
  const { document: doc, navigator } = env.win
  const { category = '', service = category, src = '' } = frame.dataset
  const { services, ui } = consent.settings
  const language = (consent.lang || doc.documentElement.lang || navigator.language).slice(0, 2)
  const [text, label] = WORDS[language] ?? (WORDS.en as Words)
  const named = services.find(({ id, category: group }) => id === service || group === service)
  const name = named?.name ?? hostOf(src, doc) ?? service

  const box = doc.createElement('div')
  box.dataset.consentGatePlaceholder = service
  box.setAttribute('role', 'group')
  box.setAttribute('aria-label', frame.title || name)
  const sentence = doc.createElement('p')
  // Isolated, because a name may run in the other direction than the sentence.
  sentence.textContent = (ui.texts?.placeholder ?? text).replace('{name}', () => `\u2068${name}\u2069`)
  const button = doc.createElement('button')
  button.type = 'button'
  button.textContent = ui.texts?.placeholderAccept ?? label
  button.addEventListener('click', () => consent.save({ [service]: true }, 'placeholder'))
  box.append(sentence, button)
  return box
}

function hostOf(src: string, doc: Document): string | undefined {
  try {
    return new URL(src, doc.baseURI).hostname
  } catch {
    // An address that is none will show nothing; the gate of the others goes on.
    return undefined
  }
}
