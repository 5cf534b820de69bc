/** The visitor's own choices. */
export const HISTORY = 'consent_gate.history'
/** Receipts that no server has taken yet. */
export const OUTBOX = 'consent_gate.outbox'
/** The records, as their cookie holds them, whose receipts are not in the outbox yet. */
export const DUE = 'consent_gate.due'
/** When there was a sign of life last: the one that an erase leaves, and a cookie where subdomains share a session. */
export const IDLE = 'consent_gate.idle'
