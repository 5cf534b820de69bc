const SECRET = /token|secret|passw|e-?mail|^(auth|code|jwt|key|otp|pwd|session|sid|sig)$/i
const PARAMETER = /([?&#])([^=&#?]+)=([^&#]*)/g
const EMAIL = /[^/?&#=:\s]+(@|%40)[\w.-]+\.[a-z]{2,}/gi

/**
 * An address without what should not reach a third party: values of parameters (fragment included) that hold
 * tokens, codes or secrets by their name, and e-mail addresses anywhere. What is removed leaves a `-`.
 */
export const scrubUrl = (url: string, names: readonly string[]): string =>
  url
    .replace(PARAMETER, (found, mark: string, name: string) =>
      SECRET.test(name) || names.includes(name) ? `${mark}${name}=-` : found,
    )
    .replace(EMAIL, '-')
