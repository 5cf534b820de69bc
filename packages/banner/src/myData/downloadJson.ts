/** Offers a value as a file, without a request. */
export function downloadJson(win: Window & typeof globalThis, name: string, value: unknown): void {
  const { document: doc } = win
  const blob = new win.Blob([JSON.stringify(value, null, 2)], { type: 'application/json' })
  const url = win.URL.createObjectURL(blob)
  const link = doc.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // The browser has taken the blob by the next task.
  win.setTimeout(() => win.URL.revokeObjectURL(url))
}
