/** What a gated element says it belongs to: its category, and the service in it, where it names one. */
export function namedBy(element: Element): { category: string; service: string } {
  const { category = '', service = category } = (element as HTMLElement).dataset
  return { category, service }
}
