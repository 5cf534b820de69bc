import type { Host } from '../types/host.js'
import type { Unit } from '../types/settings.js'
import { namedBy } from './namedBy.js'

type Words = readonly [text: string, button: string]

const WORDS: Readonly<Record<string, Words>> = {
  ko: ['{name}의 콘텐츠는 동의하신 뒤에 표시됩니다.', '동의하고 보기'],
  en: ['Content from {name} is shown once you agree.', 'Agree and show'],
  ar: ['يُعرض محتوى {name} بعد موافقتك.', 'أوافق، اعرضه'],
}

export interface Placeholder {
  readonly box: HTMLElement
  /** Says whose content it is of now, in the language of now. */
  say(): void
}

/** What stands where a held frame will be: says whose content it is, and asks for just that. */
export function placeholder({ env, consent }: Host, frame: HTMLIFrameElement): Placeholder {
  const { document: doc, navigator } = env.win
  const { service } = namedBy(frame)
  const { services, ui, units, silent } = consent.settings
  const isMeant = ({ id, category }: Unit) => id === service || category === service
  const meant = services.filter(isMeant)

  const box = doc.createElement('div')
  box.dataset.consentGatePlaceholder = service
  box.setAttribute('role', 'group')
  const sentence = doc.createElement('p')
  const button = doc.createElement('button')
  button.type = 'button'
  button.addEventListener('click', () => {
    const { ok } = consent.save({ [service]: true }, 'placeholder')
    // Nothing opens here: the interface tells why (P8).
    if (!ok) consent.showNotice()
  })
  box.append(sentence, button)
  // Nothing to press where no answer is taken, and nothing to say of a frame that nobody sees, such as a pixel.
  const isPixel = [frame.width, frame.height].every((side) => side && Number(side) <= 1)
  box.hidden = silent || !units.some(isMeant) || isPixel
  return {
    box,
    say() {
      // The button of a category says yes to each of its services.
      const names =
        meant.length > 1
          ? meant.map(({ id, name }) => name ?? id)
          : [meant[0]?.name || hostOf(frame.dataset.src ?? '', doc) || service]
      // As the interface does: the first wish that ships.
      const wishes = [consent.lang, doc.documentElement.lang, ...navigator.languages]
      const languages = wishes.map((wish) => wish.toLowerCase().replace(/[-_].*/, ''))
      const language = languages.find((wish) => Object.keys(WORDS).includes(wish)) ?? 'en'
      const [text, label] = WORDS[language] as Words
      const own = (given: unknown, ours: string) => (typeof given === 'string' ? given : ours)
      box.lang = language
      box.dir = language === 'ar' ? 'rtl' : 'ltr'
      box.setAttribute('aria-label', frame.title || names.join(', '))
      // Isolated, because a name may run in the other direction than the sentence.
      const isolated = names.map((name) => `\u2068${name}\u2069`).join(', ')
      sentence.textContent = own(ui.texts?.placeholder, text).replace('{name}', () => isolated)
      button.textContent = own(ui.texts?.placeholderAccept, label)
    },
  }
}

function hostOf(src: string, doc: Document): string | undefined {
  try {
    return new URL(src, doc.baseURI).hostname
  } catch {
    // An address that is none will show nothing; the gate of the others goes on.
    return undefined
  }
}
