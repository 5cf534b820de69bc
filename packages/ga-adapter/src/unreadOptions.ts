const READ = 'measurementId category config scriptUrl transportUrl beforeConsent pageViews scrub when'.split(
  ' ',
)

/** Options that nothing reads, most likely misspelt, with what stands there. Core knows none of ours by name. */
export function unreadOptions(options: unknown): [path: string, value: unknown][] {
  if (!options || typeof options !== 'object') return []
  return Object.entries(options).flatMap(([key, value]): [string, unknown][] =>
    READ.includes(key) ? [] : [[`googleAnalytics.${key}`, value]],
  )
}
