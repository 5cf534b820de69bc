import { encodeGcd, encodeGcs } from './consentEncoding.js'
import { consentFlags, isGranted } from './consentState.js'
import type { Session } from './gaCookies.js'
import type { Marks } from './identity.js'
import { type Params, textOf } from './params.js'

/** Fields that steer the tag or have a parameter of their own, and so are no event parameters. */
const RESERVED =
  /^(send_to|groups|event_callback|event_timeout|page_(location|title|referrer)|client_id|user_id|cookie_.*|send_page_view|allow_.*|transport_url|server_container_url|ignore_referrer|debug_mode)$/

const PAGE_ID = String(Math.floor(Math.random() * 0x7fffffff))
const LOADED = performance.now()

type Fields = Record<string, string | number | undefined>

function encode(fields: Fields): string {
  const given = Object.entries(fields).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)]],
  )
  return new URLSearchParams(given).toString()
}

/** What a hit says about page, visitor and consent. */
export function sharedFields(id: string, fields: Params, clientId: string, session: Session): string {
  const personal = fields.allow_ad_personalization_signals !== false && isGranted('ad_personalization')
  const flags = consentFlags()
  return encode({
    v: 2,
    tid: id,
    gtm: 'double',
    _p: PAGE_ID,
    gcs: encodeGcs(flags),
    gcd: encodeGcd(flags, fields.allow_ad_personalization_signals === false ? 'off' : 'unset'),
    npa: personal ? 0 : 1,
    dma: 0,
    cid: clientId,
    ul: navigator.language.toLowerCase(),
    sr: `${screen.width}x${screen.height}`,
    pscdl: isGranted('ad_storage') ? 'noapi' : 'denied',
    uid: textOf(fields.user_id),
    sid: session.id,
    sct: session.count,
    seg: session.engaged,
    dl: textOf(fields.page_location) ?? location.href,
    dr: (textOf(fields.page_referrer) ?? document.referrer) || undefined,
    dt: textOf(fields.page_title) ?? document.title,
  })
}

/** What a hit says about one event. */
export function eventFields(name: string, params: Params, marks: Marks, engagedMs: number): string {
  const fields: Fields = {
    en: name,
    _fv: marks.firstVisit ? 1 : undefined,
    _nsi: marks.newSession ? 1 : undefined,
    _ss: marks.newSession ? 1 : undefined,
    _et: engagedMs > 0 ? engagedMs : undefined,
    tfd: Math.round(performance.now() - LOADED),
  }
  for (const [key, value] of Object.entries(params)) {
    if (RESERVED.test(key)) continue
    fields[`${typeof value === 'number' ? 'epn' : 'ep'}.${key}`] = textOf(value) ?? JSON.stringify(value)
  }
  return encode(fields)
}
