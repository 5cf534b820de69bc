/** What the walk needs of a browser, whichever protocol it speaks. */
export interface Engine {
  open(url: string): Promise<void>
  /** Evaluates an expression in the page. What it gives back must be JSON. */
  evaluate<T>(expression: string): Promise<T>
  click(selector: string): Promise<void>
  press(key: 'Escape' | 'Tab'): Promise<void>
  /** A PNG of the window. */
  screenshot(): Promise<Uint8Array>
  close(): Promise<void>
}
