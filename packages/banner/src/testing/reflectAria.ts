/** happy-dom reflects `role`, and not yet the names beside it. https://w3c.github.io/aria/#ARIAMixin */
Object.defineProperty(Element.prototype, 'ariaLabel', {
  get(this: Element) {
    return this.getAttribute('aria-label')
  },
  set(this: Element, label: string) {
    this.setAttribute('aria-label', label)
  },
})
