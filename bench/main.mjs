// What `npm run bench` starts: bundles run.ts, so that no older Node has to read TypeScript, and runs it in this folder.
import { buildSync } from 'esbuild'

process.chdir(import.meta.dirname)
buildSync({
  absWorkingDir: import.meta.dirname,
  entryPoints: ['run.ts'],
  bundle: true,
  platform: 'node',
  format: 'esm',
  packages: 'external',
  outfile: '.cache/run.mjs',
})
await import('./.cache/run.mjs')
