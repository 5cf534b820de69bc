import type { StoredReceipt } from './receipt.js'

const COLUMNS = [
  'seq',
  'received',
  'key',
  'schema',
  'recordId',
  'rev',
  'time',
  'policyVersion',
  'policyUrl',
  'source',
  'choices',
  'host',
  'language',
] as const satisfies readonly (keyof StoredReceipt)[]

/**
 * One cell. A spreadsheet runs a text that starts like a formula, so an apostrophe goes before it; after a
 * semicolon too, where some languages' spreadsheets start a cell whatever the quotes say.
 * https://owasp.org/www-community/attacks/CSV_Injection
 */
function cell(value: unknown): string {
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value)
  const safe = text.replace(/^(?=[\t\r\n])|(^|;)(\s*)(?=[=+\-@＝＋－＠])/g, "$1$2'")
  return `"${safe.replaceAll('"', '""')}"`
}

/** https://www.rfc-editor.org/rfc/rfc4180 with a header line; the choices are one cell of JSON. */
export function toCsv(receipts: readonly StoredReceipt[]): string {
  const lines = receipts.map((receipt) => COLUMNS.map((column) => cell(receipt[column])))
  return [COLUMNS, ...lines].map((line) => `${line.join(',')}\r\n`).join('')
}
