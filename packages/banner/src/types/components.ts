import type { UiConfig } from '@consent-gate/core'
import type { ComponentType } from 'preact'
import type { ButtonProps } from '../kit/Button.js'
import type { PreferencesProps } from '../preferences/Preferences.js'
import type { NoticeProps } from '../ui/Notice.js'

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
