import type { Store } from './store.js'
import type { LoadPrompt } from './types/consent.js'
import type { ReportIssue } from './types/issue.js'
import type { Ui } from './types/snapshot.js'

export interface Prompt {
  connect(load: LoadPrompt): () => void
  /** Resolves false when the interface could not load. */
  show(ui: Ui): Promise<boolean>
  /** Loads the interface when the snapshot says that something shows. */
  ensure(): Promise<boolean>
}

/** Loads the interface when something must be shown, and not before. */
export function createPrompt(store: Store, report: ReportIssue): Prompt {
  let load: LoadPrompt | undefined
  let loaded: ReturnType<LoadPrompt> | undefined

  const ensure = async () => {
    if (!load || store.get().ui === 'none') return false
    try {
      loaded ??= load()
      const prompt = await loaded
      return (await prompt?.settled()) !== false
    } catch (error) {
      loaded = undefined
      report('CG601', 'ui', error)
      store.dispatch({ type: 'ui', ui: 'none' })
      return false
    }
  }

  return {
    ensure,
    connect(loader) {
      load = loader
      ensure()
      return () => {
        load = loaded = undefined
      }
    },
    show(ui) {
      store.dispatch({ type: 'ui', ui })
      return ensure()
    },
  }
}
