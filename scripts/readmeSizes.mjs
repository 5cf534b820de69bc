// npm run size:readme: writes the measured sizes into the README; with --check, fails when other ones stand there.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { main } from './run/main.mjs'
import { root } from './run/root.mjs'
import { StepError } from './run/step.mjs'
import { tool } from './run/tool.mjs'

const TABLE = /(?<=<!-- sizes -->\n).*(?=<!-- \/sizes -->)/s
const README = join(root, 'README.md')

const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} KB`

// `import { x }` and file names are code, "with" and the rest of a name is prose.
const label = (name) => name.replace(/import \{.*\}|[\w-]+\.js/g, '`$&`')

function table(entries) {
  const rows = entries.map(({ name, size, sizeLimit }) => {
    return `| ${label(name)} | ${kilobytes(size)} | ${kilobytes(sizeLimit)} |\n`
  })
  return ['| what is downloaded | now | limit |\n', '|---|---|---|\n', ...rows].join('')
}

await main(async () => {
  const measured = table(JSON.parse(await tool('size-limit', 'size-limit', ['--json'])))
  const readme = readFileSync(README, 'utf8')
  if (readme.match(TABLE)?.[0] === measured) return
  if (process.argv.includes('--check')) {
    throw new StepError(
      `The README has other sizes than the build. \`npm run size:readme\` writes:\n\n${measured}`,
    )
  }
  writeFileSync(
    README,
    readme.replace(TABLE, () => measured),
  )
})
