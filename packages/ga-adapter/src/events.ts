type Params = { readonly [parameter: string]: unknown }

/** https://developers.google.com/analytics/devguides/collection/ga4/reference/events#item_id */
export type Item = ({ readonly item_id: string } | { readonly item_name: string }) & {
  readonly item_brand?: string
  readonly item_category?: string
  readonly item_variant?: string
  readonly item_list_id?: string
  readonly item_list_name?: string
  readonly affiliation?: string
  readonly coupon?: string
  readonly discount?: number
  readonly index?: number
  readonly price?: number
  readonly quantity?: number
} & Params

/** A value needs its currency. */
type Money = { readonly currency: string; readonly value: number } | { readonly value?: never }
type Items = { readonly items: readonly Item[] }
type Cart = Money & Items
type List = Items & { readonly item_list_id?: string; readonly item_list_name?: string }
type Promotion = {
  readonly creative_name?: string
  readonly creative_slot?: string
  readonly promotion_id?: string
  readonly promotion_name?: string
  readonly items?: readonly Item[]
}
type Order = Money & {
  readonly transaction_id: string
  readonly coupon?: string
  readonly shipping?: number
  readonly tax?: number
}

/** The recommended events of GA4 that ask for certain parameters.
 * https://developers.google.com/analytics/devguides/collection/ga4/reference/events */
export type RecommendedEvents = {
  add_payment_info: Cart & { readonly coupon?: string; readonly payment_type?: string }
  add_shipping_info: Cart & { readonly coupon?: string; readonly shipping_tier?: string }
  add_to_cart: Cart
  add_to_wishlist: Cart
  begin_checkout: Cart & { readonly coupon?: string }
  earn_virtual_currency: { readonly virtual_currency_name?: string; readonly value?: number }
  generate_lead: Money & { readonly lead_source?: string }
  join_group: { readonly group_id?: string }
  level_end: { readonly level_name?: string; readonly success?: boolean }
  level_start: { readonly level_name?: string }
  level_up: { readonly level?: number; readonly character?: string }
  login: { readonly method?: string }
  post_score: { readonly score: number; readonly level?: number; readonly character?: string }
  purchase: Order & Items
  refund: Order & Partial<Items>
  remove_from_cart: Cart
  search: { readonly search_term: string }
  select_content: { readonly content_type?: string; readonly content_id?: string }
  select_item: List
  select_promotion: Promotion
  share: { readonly method?: string; readonly content_type?: string; readonly item_id?: string }
  sign_up: { readonly method?: string }
  spend_virtual_currency: {
    readonly value: number
    readonly virtual_currency_name: string
    readonly item_name?: string
  }
  tutorial_begin: Params
  tutorial_complete: Params
  unlock_achievement: { readonly achievement_id: string }
  view_cart: Cart
  view_item: Cart
  view_item_list: List
  view_promotion: Promotion
}

/**
 * `consent.track` with the recommended events spelled out: `const track: Track = consent.track`. Other names
 * take any parameters; a recommended name takes its own and any others.
 */
export type Track = <Name extends keyof RecommendedEvents | (string & {})>(
  name: Name,
  params?: Name extends keyof RecommendedEvents ? RecommendedEvents[Name] & Params : Params,
) => void
