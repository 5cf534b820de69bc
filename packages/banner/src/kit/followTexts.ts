import type { Language } from '../language/languages.js'
import type { Texts } from '../types/copy.js'
import type { Stage } from '../types/stage.js'

/**
 * Draws with the texts of the present language, the site's own over ours, and again when the language changes.
 * Resolves after the first drawing, with what stops it; rejects when the texts cannot be loaded.
 */
export async function followTexts<Copy>(
  { consent, options, language }: Stage,
  load: (language: Language) => Promise<Copy>,
  draw: (texts: Texts<Copy>, language: Language) => void,
): Promise<() => void> {
  let turn = 0
  const update = async () => {
    const mine = ++turn
    const wanted = language()
    const copy = await load(wanted)
    if (mine === turn) draw({ ...copy, ...options.texts } as Texts<Copy>, wanted)
  }
  const stop = consent.onLanguage(() => {
    update().catch((error) => consent.report('CG601', 'lang', error))
  })
  try {
    await update()
  } catch (error) {
    stop()
    throw error
  }
  return () => {
    turn = 0
    stop()
  }
}
