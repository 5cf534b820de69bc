/**
 * Tells one session token from another, and nothing more: 32 bits, from which no token can be made again. The
 * same for every token that scripts cannot read.
 */
export function fingerprint(token: string | null): string {
  let hash = 0
  for (const character of token ?? '') hash = (Math.imul(hash, 31) + (character.codePointAt(0) ?? 0)) | 0
  return (hash >>> 0).toString(36)
}
