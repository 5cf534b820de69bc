import nodeResolve from '@rollup/plugin-node-resolve'
import { rollup } from 'rollup'

/** Bundles a file as a site's own bundler would; a warning, such as an import that is not found, fails it. */
export async function bundle(input: string) {
  const build = await rollup({
    input,
    plugins: [nodeResolve({ browser: true })],
    onLog(_level, log) {
      if (log.code !== 'EMPTY_BUNDLE') throw new Error(log.message)
    },
  })
  const { output } = await build.generate({ format: 'es' })
  await build.close()
  return output
}
