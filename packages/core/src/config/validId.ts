/** Whether a record can hold it without encoding: `[A-Za-z0-9_-]{1,40}`, and no name that every object has. */
export function validId(id: unknown): id is string {
  return typeof id === 'string' && /^[\w-]{1,40}$/.test(id) && !(id in {})
}
