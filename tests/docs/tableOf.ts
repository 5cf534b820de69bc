/** The rows of the table in a piece of Markdown whose first column has this head, cell by cell. */
export function tableOf(markdown: string, head: string): string[][] {
  const start = markdown.indexOf(`| ${head} |`)
  if (start < 0) throw new Error(`There is no table of "${head}".`)
  const [table = ''] = markdown.slice(start).split(/\n(?!\|)/)
  return table
    .split('\n')
    .slice(2)
    .map((row) =>
      row
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    )
}

/** What stands in backticks in a cell. */
export const codesIn = (cell = ''): string[] => [...cell.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code)
