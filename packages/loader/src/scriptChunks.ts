import type { BannerChunks, FurtherCopy, Language, NoticeCopy, UiChunk } from '@consent-gate/banner/compose'
import type { CoreParts } from '@consent-gate/core/compose'

/** Fetches `gate-<name>.js` once; after a failure it may be tried again. */
export type LoadScript = <T>(name: string, integrity: string, needs?: unknown) => Promise<T>

/** What `gate-ui.js` brings for the chunks after it: the kit they share, and their hashes. */
type UiScript = UiChunk & { readonly integrity: Readonly<Record<string, string>> }

/** Every lazy part of the product as a script beside `gate.js`. */
export function scriptChunks(
  load: LoadScript,
  integrity: Readonly<Record<string, string>>,
): { readonly core: CoreParts; readonly banner: BannerChunks } {
  const own =
    <T>(name: string) =>
    () =>
      load<T>(name, integrity[name] ?? '')
  const ui = own<UiScript>('ui')
  /** A chunk that shares Preact and the kit with the notice, so comes after it. */
  const afterUi =
    <T>(name: string) =>
    async () => {
      const kit = await ui()
      return load<T>(name, kit.integrity[name] ?? '', kit)
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
      preferences: afterUi('preferences'),
      toggle: afterUi('toggle'),
      disclosure: afterUi('disclosure'),
      myData: afterUi('my-data'),
      refusal: afterUi('refusal'),
      reopen: own('reopen'),
      noticeCopy: async (language: Language) =>
        (await own<{ noticeCopy: NoticeCopy }>(language)()).noticeCopy,
      furtherCopy: async (language: Language) =>
        (await afterUi<{ furtherCopy: FurtherCopy }>(`${language}-more`)()).furtherCopy,
    },
  }
}
