/** Browsers tell of a closed dialog in a task of its own, happy-dom at once. */
HTMLDialogElement.prototype.close = function () {
  if (!this.open) return
  this.removeAttribute('open')
  setTimeout(() => this.dispatchEvent(new Event('close')))
}
