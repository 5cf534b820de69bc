import type { BrowserContext, Page } from 'playwright-core'

interface AxNode {
  ignored: boolean
  role?: { value: string }
  name?: { value: string }
  properties?: { name: string; value: { value: unknown } }[]
  childIds?: string[]
  nodeId: string
}

/** One thing that is said, as the browser calls it. */
export interface Heard {
  role: string
  name: string
  properties: Record<string, unknown>
}

/** The tree in reading order; the browser lists it level by level. */
function inOrder(nodes: readonly AxNode[]): AxNode[] {
  const byId = new Map(nodes.map((node) => [node.nodeId, node]))
  const visit = (id: string): AxNode[] => {
    const node = byId.get(id)
    return node ? [node, ...(node.childIds ?? []).flatMap(visit)] : []
  }
  return nodes[0] ? visit(nodes[0].nodeId) : []
}

/** What the browser tells a screen reader, in reading order. */
export async function heard(context: BrowserContext, page: Page): Promise<Heard[]> {
  const session = await context.newCDPSession(page)
  const { nodes } = (await session.send('Accessibility.getFullAXTree')) as unknown as { nodes: AxNode[] }
  await session.detach()
  return inOrder(nodes)
    .filter(({ ignored }) => !ignored)
    .map(({ role, name, properties = [] }) => ({
      role: role?.value ?? '',
      name: (name?.value ?? '').replace(/[\u2066-\u2069]/g, ''),
      properties: Object.fromEntries(properties.map((one) => [one.name, one.value.value])),
    }))
}
