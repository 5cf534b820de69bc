/** `granted` or `denied`; a visitor who has not answered is `pending` beside it, never a third status. */
export type ConsentStatus = 'granted' | 'denied'

/** Which piece of the interface a choice came from. `api` is the site's own code. */
export type ChoiceSource = 'notice' | 'preferences' | 'inline' | 'placeholder' | 'markup' | 'api'

/** What a visitor said, as it is stored. */
export interface ConsentRecord {
  /** Random, made at the first choice and kept until `erase()`. */
  readonly id: string
  /** The policy version the choice was given under. */
  readonly policy: string
  /** Orders records without a clock: the highest counter wins, a denial wins a tie. */
  readonly rev: number
  /** When the choice was made, in milliseconds since 1970 UTC. Informative: never used to order records. */
  readonly time: number
  readonly source: ChoiceSource
  /** One answer per service, and per category that has no services. */
  readonly choices: Readonly<Record<string, ConsentStatus>>
  /** The policy version whose advance notice was dismissed. */
  readonly seen?: string
}
