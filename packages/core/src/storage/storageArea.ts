/** Web storage that answers instead of throwing: it can be blocked, full or absent. */
export function storageArea(storage: Storage | null) {
  const attempt = <T>(action: (storage: Storage) => T): T | null => {
    try {
      return storage && action(storage)
    } catch {
      return null
    }
  }
  return {
    get: (key: string) => attempt((area) => area.getItem(key)),
    /** Whether the value was there when read back. */
    set: (key: string, value: string) =>
      attempt((area) => {
        area.setItem(key, value)
        return area.getItem(key) === value
      }) === true,
    remove: (...keys: string[]) => {
      for (const key of keys) attempt((area) => area.removeItem(key))
    },
  }
}
