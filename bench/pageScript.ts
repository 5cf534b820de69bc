import { buildSync } from 'esbuild'

/** A script of `pages/`, bundled and minified as a site would serve it. */
export function pageScript(name: string): string {
  const { outputFiles } = buildSync({
    absWorkingDir: process.cwd(),
    entryPoints: [`pages/${name}.ts`],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: 'es2020',
    // What c15t would otherwise keep for a developer.
    define: { 'process.env.NODE_ENV': '"production"' },
  })
  return outputFiles[0]?.text ?? ''
}
