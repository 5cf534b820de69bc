import type { Consent, UiConfig, Unit } from '@consent-gate/core'
import type { ComponentType } from 'preact'
import type { FurtherCopy, NoticeCopy } from './copy.js'

/** What a button of the site's own is drawn from. */
export interface ButtonProps {
  /** The hook for tests and assistive clients. */
  readonly does: 'accept' | 'reject' | 'preferences' | 'save' | 'close' | 'erase' | 'download' | 'stop'
  readonly label: string
  /** `answer` is the one look of accepting and refusing; the rest is quieter. */
  readonly look: 'answer' | 'quiet'
  onPress(): void
}

/** What a question of the site's own is drawn from. */
export interface NoticeProps {
  readonly consent: Consent
  readonly texts: NoticeCopy
  /** The site's own button, or ours. */
  readonly Button: ComponentType<ButtonProps>
}

/** What the visitor touched and has not saved, by unit. Everything else shows the store. */
export type Draft = Readonly<Record<string, boolean>>

/** What a dialog of the site's own is drawn from. */
export interface PreferencesProps {
  /** The site's own button, or ours. */
  readonly Button: ComponentType<ButtonProps>
  readonly consent: Consent
  readonly texts: FurtherCopy
  readonly draft: Draft
  /** What became of the last choice. */
  readonly told: readonly string[]
  readonly contact: UiConfig['contact'] | undefined
  readonly doc: Document
  /** The switch of these units was used. */
  onToggle(units: readonly Unit[]): void
  onSave(): void
  onAcceptAll(): void
  onRejectAll(): void
  onClose(): void
  /** A `<details>` is opened that has a `[data-part]` to draw into. */
  onMyData(event: Event): void
  onBrowserHelp(event: Event): void
}

/** Preact components in place of ours. Each is a function of its props, drawn anew on every change. */
export interface BannerComponents {
  /** Every button but the switch and the dialog's ×. Its element carries `data-role={does}`. */
  readonly Button?: ComponentType<ButtonProps>
  /** What stands in the card of the question. It answers with `consent.acceptAll('notice')` and `rejectAll`. */
  readonly Notice?: ComponentType<NoticeProps>
  /** What stands in the dialog. */
  readonly Preferences?: ComponentType<PreferencesProps>
}

/** The `ui` part of the configuration, and what only code can give. */
export interface BannerOptions extends UiConfig {
  readonly components?: BannerComponents
}
