export interface StorageArea {
  get(key: string): string | null
  /** Whether the value was there when read back. */
  set(key: string, value: string): boolean
  remove(key: string): void
}

/** Web storage that answers instead of throwing: it can be blocked, full or absent. */
export function storageArea(storage: Storage | null): StorageArea {
  const attempt = <T>(action: (storage: Storage) => T): T | null => {
    try {
      return storage && action(storage)
    } catch {
      return null
    }
  }
  return {
    get: (key) => attempt((area) => area.getItem(key)),
    set: (key, value) =>
      !!attempt((area) => {
        area.setItem(key, value)
        return area.getItem(key) === value
      }),
    remove: (key) => {
      attempt((area) => area.removeItem(key))
    },
  }
}
