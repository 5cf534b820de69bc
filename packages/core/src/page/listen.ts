/** Adds one listener for several events; returns what removes it. A server's window hears nothing. */
export function listen(
  target: EventTarget | undefined,
  types: string,
  listener: (event: Event) => void,
  options?: AddEventListenerOptions,
): () => void {
  const each = (action: 'addEventListener' | 'removeEventListener') => {
    for (const type of types.split(' ')) target?.[action]?.(type, listener, options)
  }
  each('addEventListener')
  return () => each('removeEventListener')
}
