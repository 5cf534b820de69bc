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
  let connected: { readonly load: LoadPrompt; loaded?: ReturnType<LoadPrompt> | undefined } | undefined

  const ensure = async () => {
    const asked = connected
    if (!asked || store.get().ui === 'none') return false
    try {
      asked.loaded ??= asked.load()
      const prompt = await asked.loaded
      return (await prompt?.settled()) !== false
    } catch (error) {
      asked.loaded = undefined
      report('CG601', 'ui', error)
      // Another interface may have come in the meantime, and what it shows is its own.
      if (asked === connected) store.dispatch({ type: 'ui', ui: 'none' })
      return false
    }
  }

  return {
    ensure,
    connect(load) {
      const mine = { load }
      connected = mine
      ensure()
      return () => {
        if (connected === mine) connected = undefined
      }
    },
    show(ui) {
      store.dispatch({ type: 'ui', ui })
      return ensure()
    },
  }
}
