/**
 * Text of the site inside a sentence of ours, kept apart (U+2068, U+2069): it may run in the other direction, and its
 * signs would change places with those of the sentence.
 * https://www.w3.org/International/articles/inline-bidi-markup/
 */
export function isolate(text: string | number): string {
  return `\u2068${text}\u2069`
}
