/** `full` refuses what is new; `refused` throws on any access, as a browser that blocks site data does. */
export type StorageFault = 'fine' | 'full' | 'refused'

/** A Storage with its keys as own properties, as in a browser. */
export function fakeStorage(fault: () => StorageFault): Storage {
  const items = new Map<string, string>()
  const methods = {
    getItem: (key: string) => items.get(key) ?? null,
    setItem(key: string, value: string) {
      if (fault() === 'full') throw new DOMException('The quota has been exceeded.', 'QuotaExceededError')
      items.set(key, value)
    },
    removeItem: (key: string) => void items.delete(key),
    clear: () => items.clear(),
    key: (index: number) => [...items.keys()][index] ?? null,
  }
  return new Proxy(methods, {
    get: (_, key) => (key === 'length' ? items.size : Reflect.get(methods, key)),
    ownKeys: () => [...items.keys()],
    getOwnPropertyDescriptor: (_, key) =>
      items.has(String(key))
        ? { value: items.get(String(key)), enumerable: true, configurable: true, writable: true }
        : undefined,
  }) as unknown as Storage
}
