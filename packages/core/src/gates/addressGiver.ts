export type GiveAddress = (element: Element, name: string, address: string) => void

/**
 * Gives an element each address once: where the page has led it elsewhere since, it stays there. Given again is what
 * was taken away, as frameworks do that make the page like what a server sent.
 */
export function addressGiver(give: GiveAddress): GiveAddress {
  const given = new WeakMap<Element, string>()
  return (element, name, address) => {
    const now = element.getAttribute(name)
    const same = now === address || given.get(element) === address
    given.set(element, address)
    if (now === null || !same) give(element, name, address)
  }
}
