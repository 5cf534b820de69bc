/**
 * Three months, as the founding policy keeps log-in records, in milliseconds: how long what is kept beside the record
 * stays in the browser.
 */
export const KEPT_FOR = 92 * 86_400_000
