/** What the refusal needs beyond the notice's own styles. */
export const refusalStyles = '#consent-gate .say p + p { margin-top: .5em }'
