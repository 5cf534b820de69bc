/** Hosts that serve the test's own pages, in the shapes that matter to cookies: one label, a public suffix of two, a private suffix. */
const suffixes = ['test', 'example.co.kr', 'github.io', 'localhost']

export const isSiteHost = (host: string): boolean =>
  suffixes.some((suffix) => host === suffix || host.endsWith(`.${suffix}`))
