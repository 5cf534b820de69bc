const SECRET = /token|secret|passw|e-?mail|^(auth|code|jwt|key|otp|pwd|session|sid|sig)$/i
/** What starts a parameter, also of an address within an address, however often that one is encoded. */
const MARK = /([?&#]|%(?:25)*(?:3F|26|23))/i
const NAME = /^(.+?)(?:=|%(?:25)*3D)/is
const EMAIL = /[^/?&#=:\s]{1,64}(?:(?:@|%(?:25)*40)[\w.-]+\.[a-z]{2,})+/gi

/**
 * An address without what should not reach a third party: values of parameters (fragment included) that hold
 * tokens, codes or secrets by their name, and e-mail addresses anywhere. What is removed leaves a `-`.
 */
export function scrubUrl(url: string, names: readonly string[]): string {
  /** The mark of the secret that is being left out. It ends where a parameter beside it or outside of it starts. */
  let hidden = ''
  const parts = url.split(MARK)
  for (let index = 1; index < parts.length; index += 2) {
    const [mark, rest] = parts.slice(index, index + 2) as [string, string]
    if (hidden && (mark.length > hidden.length || /[?F]/i.test(mark))) {
      parts.splice(index, 2, '', '')
      continue
    }
    const [start, name] = NAME.exec(rest) ?? []
    hidden = name && (SECRET.test(name) || names.includes(name)) ? mark : ''
    if (hidden) parts[index + 1] = `${start}-`
  }
  return parts.join('').replace(EMAIL, '-')
}
