/** One session of a WebDriver server. https://www.w3.org/TR/webdriver2/ */
export interface WebDriver {
  send<T>(method: 'POST' | 'GET' | 'DELETE', path: string, body?: object): Promise<T>
}

export async function webDriver(server: string, capabilities: object): Promise<WebDriver> {
  const call = async <T>(method: string, path: string, body?: object): Promise<T> => {
    const response = await fetch(server + path, { method, ...(body && { body: JSON.stringify(body) }) })
    const { value } = (await response.json()) as { value: T }
    if (!response.ok) throw new Error(`${method} ${path}: ${JSON.stringify(value)}`)
    return value
  }
  const { sessionId } = await call<{ sessionId: string }>('POST', '/session', {
    capabilities: { alwaysMatch: capabilities },
  })
  return { send: (method, path, body) => call(method, `/session/${sessionId}${path}`, body) }
}
