import type { Policy, Unit } from '@consent-gate/core'
import { adoptStyles, Button, followTexts, h, render } from '../kit/index.js'
import { ownTask } from '../ownTask.js'
import { outcomeLines } from '../pieces/outcomeLines.js'
import { switchStyles } from '../pieces/switchStyles.js'
import type { RestTools } from '../types/bannerChunks.js'
import type { Draft } from '../types/components.js'
import type { FurtherCopy } from '../types/copy.js'
import type { Stage } from '../types/stage.js'
import { type DetailsSlot, detailsSlot } from './detailsSlot.js'
import { answersOf, toggled } from './draft.js'
import { Preferences } from './Preferences.js'
import { preferencesStyles } from './preferencesStyles.js'

/**
 * The second layer, a true modal inside `root`, open while `snapshot.ui` is `preferences`. Escape and the close button
 * leave it and change nothing.
 */
export async function startPreferences(stage: Stage, { root, told, leave }: RestTools): Promise<() => void> {
  const { win, consent, chunks, options, alive } = stage
  const { document: doc } = win
  // Behind a dialog that a filter of the visitor's hides, the page could not be used, and nobody could close it.
  if (win.getComputedStyle(root).display === 'none') throw new Error('hidden')
  const dialog = doc.createElement('dialog')
  const dropStyles = adoptStyles(win, switchStyles + preferencesStyles)
  let texts: FurtherCopy
  let draft: Draft = {}
  /** The policy that was in force when the dialog was opened, and whether the visitor had answered. */
  let policy: Policy | undefined
  let hadAnswered = false
  let myData: DetailsSlot | undefined
  let browserHelp: DetailsSlot | undefined
  /** Drawn for the first time, when much of it is compiled; laying it out is another task. */
  let ready = false

  const choose = (answer: () => unknown) => {
    answer()
    draft = {}
    draw()
  }

  const end = () => {
    const { answered, policy: now } = consent.get()
    // One that took effect meanwhile asks, and nobody has been asked yet.
    if (!answered && now.current !== policy) consent.showNotice()
    // The notice behind it asked nothing, nor does it of who has erased the answer here.
    else if (hadAnswered) consent.hide()
    else leave()
  }

  const content = () =>
    h(options.components?.Preferences ?? Preferences, {
      Button: options.components?.Button ?? Button,
      consent,
      texts,
      draft,
      told: outcomeLines(consent, told(), texts),
      doc,
      contact: options.contact,
      onToggle(touched: readonly Unit[]) {
        draft = toggled(draft, consent.get(), touched)
        draw()
      },
      onSave: () =>
        choose(() => consent.save(answersOf(draft, consent.get(), consent.settings.units), 'preferences')),
      onAcceptAll: () => choose(() => consent.acceptAll('preferences')),
      onRejectAll: () => choose(() => consent.rejectAll('preferences')),
      onClose: end,
      onMyData: (event: Event) => myData?.open(event),
      onBrowserHelp: (event: Event) => browserHelp?.open(event),
    })

  const unavailable = () => texts.unavailable
  const close = () => {
    if (!dialog.isConnected) return
    myData?.stop()
    browserHelp?.stop()
    // Closing gives the focus back, so the dialog closes before it goes.
    dialog.close()
    dialog.remove()
    render(null, dialog)
    draft = {}
  }
  const draw = () => {
    if (consent.get().ui !== 'preferences' || !alive()) return close()
    render(content(), dialog)
    if (dialog.isConnected || !ready) return
    myData = detailsSlot(consent, 'my data', unavailable, async (place) =>
      (await chunks.myData(stage.language())).drawMyData(stage, place),
    )
    browserHelp = detailsSlot(consent, 'browser help', unavailable, async (place) =>
      (await chunks.refusal(stage.language())).drawBrowserHelp(stage, place),
    )
    policy = consent.get().policy.current
    hadAnswered = consent.get().answered
    root.append(dialog)
    dialog.showModal()
    dialog.querySelector<HTMLElement>('h2')?.focus()
  }

  dialog.setAttribute('aria-labelledby', 'consent-gate-title')
  // However it was closed: by Escape, or by the page, which may close every dialog it finds.
  dialog.addEventListener('close', () => dialog.isConnected && !dialog.open && end())
  const stops = [
    await followTexts(stage, chunks.furtherCopy, (next) => {
      texts = next
      draw()
    }),
    consent.watch(draw),
    consent.onWithdrawn(draw),
  ]
  await ownTask(win)
  ready = true
  draw()
  const stop = () => {
    for (const stopOne of stops) stopOne()
    close()
    dropStyles()
  }
  if (!alive()) stop()
  return stop
}
