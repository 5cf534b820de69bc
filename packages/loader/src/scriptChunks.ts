import type {
  BannerChunks,
  ElementsChunk,
  FurtherCopy,
  Language,
  NoticeCopy,
  ReopenChunk,
  UiChunk,
} from '@consent-gate/banner/compose'
import type { ConsentEnv } from '@consent-gate/core'
import type { CoreParts } from '@consent-gate/core/compose'
import { fileBeside } from './fileBeside.js'
import { integrity } from './integrity.js'
import { loadChunk } from './loadChunk.js'

/** What carries the hashes of the chunks after it. */
interface Carrier {
  readonly integrity: Readonly<Record<string, string>>
}

/**
 * A language carries the hash of its own further words, and these carry those of the parts that speak: nobody
 * downloads the hashes of languages they do not read, and the notice carries none.
 */
type NoticeScript = Carrier & { readonly noticeCopy: NoticeCopy }
type FurtherScript = Carrier & { readonly furtherCopy: FurtherCopy }

/** What looks after a page beyond its start, and carries the hashes of the rarer parts of core. */
type CareScript = Carrier & ElementsChunk & ReopenChunk

/** Two parts of core bring those of the adapter along. */
interface SharedScripts {
  advice(): Promise<typeof import('./adviceEntry.js')>
  debug(): Promise<typeof import('./debugEntry.js')>
}

/**
 * Every lazy part of the product as a script beside `gate.js`, fetched once. A phone that changes its network fails
 * what is on its way, so a failure is followed by one more try, and by others when the part is asked for again.
 */
export function scriptChunks(
  env: ConsentEnv,
  gateUrl: string,
): { readonly core: CoreParts & SharedScripts; readonly banner: BannerChunks } {
  const loading = new Map<string, Promise<unknown>>()
  const own: Carrier = { integrity }
  const load = <T>(name: string, carrier = own, needs?: unknown): Promise<T> => {
    const src = fileBeside(gateUrl, `gate-${name}.js`)
    const request = () => loadChunk<T>(env, src, carrier.integrity[name], needs)
    const chunk = loading.get(name) ?? request().catch(request)
    chunk.catch(() => loading.delete(name))
    loading.set(name, chunk)
    return chunk as Promise<T>
  }
  const ui = () => load<UiChunk>('ui')
  const care = () => load<CareScript>('care')
  const notice = (language: Language) => load<NoticeScript>(language)
  const further = async (language: Language) =>
    load<FurtherScript>(`${language}-more`, await notice(language))
  /** A chunk that shares Preact and the kit with the notice, and speaks. */
  const spoken =
    <T>(name: string) =>
    async (language: Language) => {
      const [kit, carrier] = await Promise.all([ui(), further(language)])
      return load<T>(name, carrier, kit)
    }
  return {
    // The parts of core have the names of their scripts, so they need no list here.
    core: new Proxy({} as CoreParts & SharedScripts, {
      get: (_, name: string) => async () => load(name, name in integrity ? own : await care()),
    }),
    banner: {
      ui,
      elements: care,
      reopen: care,
      preferences: spoken('preferences'),
      aside: spoken('aside'),
      toggle: spoken('toggle'),
      disclosure: spoken('disclosure'),
      myData: spoken('my-data'),
      refusal: spoken('refusal'),
      noticeCopy: async (language) => (await notice(language)).noticeCopy,
      furtherCopy: async (language) => (await further(language)).furtherCopy,
    },
  }
}
