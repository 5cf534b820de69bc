import type { BannerChunks, FurtherCopy, Language, NoticeCopy, UiChunk } from '@consent-gate/banner/compose'
import type { CoreParts } from '@consent-gate/core/compose'

/** Fetches `gate-<name>.js` once; after a failure it may be tried again. */
export type LoadScript = <T>(name: string, integrity: string, needs?: unknown) => Promise<T>

/**
 * A language carries the hash of its own further words, and these carry those of the parts that speak: nobody
 * downloads the hashes of languages they do not read, and the notice carries none.
 */
type Carrying<Copy> = Copy & { readonly integrity: Readonly<Record<string, string>> }

/** Every lazy part of the product as a script beside `gate.js`. */
export function scriptChunks(
  load: LoadScript,
  integrity: Readonly<Record<string, string>>,
): { readonly core: CoreParts; readonly banner: BannerChunks } {
  const own =
    <T>(name: string) =>
    () =>
      load<T>(name, integrity[name] ?? '')
  const ui = own<UiChunk>('ui')
  const notice = (language: Language) => own<Carrying<{ noticeCopy: NoticeCopy }>>(language)()
  const further = async (language: Language) => {
    const name = `${language}-more`
    const { integrity: next } = await notice(language)
    return load<Carrying<{ furtherCopy: FurtherCopy }>>(name, next[name] ?? '')
  }
  /** A chunk that shares Preact and the kit with the notice, and speaks. */
  const spoken =
    <T>(name: string) =>
    async (language: Language) => {
      const [kit, { integrity: next }] = await Promise.all([ui(), further(language)])
      return load<T>(name, next[name] ?? '', kit)
    }
  return {
    core: {
      gates: own('gates'),
      session: own('session'),
      receipts: own('receipts'),
      care: own('care'),
      debug: own('debug'),
    },
    banner: {
      ui,
      preferences: spoken('preferences'),
      toggle: spoken('toggle'),
      disclosure: spoken('disclosure'),
      myData: spoken('my-data'),
      refusal: spoken('refusal'),
      reopen: own('reopen'),
      noticeCopy: async (language) => (await notice(language)).noticeCopy,
      furtherCopy: async (language) => (await further(language)).furtherCopy,
    },
  }
}
