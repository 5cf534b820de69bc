/** What holds one kind of element back. */
export interface Gate {
  /**
   * Lets the element do what it is there for; called again where the page or the answers changed. May ask the queue to
   * wait for what it started.
   */
  open(element: Element): Promise<void> | undefined
  /** Stops what can be stopped. */
  close(element: Element): void
  /** Shows where the element is, while it is held, how to allow it. Called again where it may have moved. */
  hold?(element: Element): void
  /** The element left the page, or the gates end: takes away what stands beside it. */
  release?(element: Element): void
}
