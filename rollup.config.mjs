import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync } from 'node:zlib'
import resolve from '@rollup/plugin-node-resolve'
import terser from '@rollup/plugin-terser'

/**
 * `tsc -b` has emitted JavaScript into each package's `build`; rollup bundles it. The script tag's chunks come
 * first and `gate.js` last, because it carries the integrity hashes of what it loads.
 */
const packages = fileURLToPath(new URL('./packages/', import.meta.url))
const gateFolder = `${packages}loader/dist/`
const { version } = JSON.parse(readFileSync(`${packages}loader/package.json`, 'utf8'))

/** ES modules for npm: what comes from another package stays an import. */
const modules = (name, inputs) => ({
  input: Object.fromEntries(inputs.map((input) => [input, `${packages}${name}/build/${input}.js`])),
  external: /^[^./]/,
  // One file per module: js-cookie has no `sideEffects` flag, so whoever imports `decide` must not meet it.
  output: { dir: `${packages}${name}/dist`, format: 'es', preserveModules: true },
})

/** `unsafe` writes templates as concatenations, which differ for objects with a `valueOf` of their own: we have none. */
const smallest = {
  ecma: 2020,
  compress: { passes: 3, unsafe: true, unsafe_arrows: true, pure_getters: true },
  mangle: { toplevel: true },
}
const minify = terser(smallest)
/**
 * What a click needs was compiled while the script arrived, off the main thread: the tag starts a fifth sooner.
 * https://v8.dev/blog/explicit-compile-hints
 */
const minifyCompiled = terser({ ...smallest, format: { preamble: '//# allFunctionsCalledOnLoad' } })

/** The packages resolve to what `tsc` emitted, so that a script is one graph and only what it uses. */
const workspace = {
  name: 'workspace',
  resolveId(source) {
    const match = /^@consent-gate\/([\w-]+)(?:\/([\w/-]+))?$/.exec(source)
    return match ? `${packages}${match[1]}/build/${match[2] ?? 'index'}.js` : null
  },
}

/** Style sheets are template strings, which no JavaScript minifier touches. */
const squeezeStyles = {
  name: 'squeeze-styles',
  transform(code, id) {
    if (!id.endsWith('Styles.js')) return null
    return code
      .replace(/\n\s*/g, '\n')
      .replace(/([{};,])\n/g, '$1')
      .replace(/\n}/g, '}')
      .replace(/;}/g, '}')
      .replace(/ ?{ ?/g, '{')
      .replace(/ }/g, '}')
      .replace(/([:;,>]) /g, '$1')
      .replace(/ >/g, '>')
  },
}

/** The script tag's configuration is JSON, which holds no components. */
const withoutComponents = {
  name: 'without-components',
  transform: (code) => code.replaceAll('options.components', 'undefined'),
}

const hashOf = (algorithm, file) =>
  createHash(algorithm)
    .update(readFileSync(gateFolder + file))
    .digest('base64')

/** Inside the scripts every byte is downloaded: a browser holds sha256 to be enough, and `loadChunk` puts its name before. */
const integrityOf = (name) => hashOf('sha256', `${name}.js`)

const hashes = (names) => Object.fromEntries(names.map((name) => [name, integrityOf(`gate-${name}`)]))

/** Fills the hashes of chunks that are built already into the module that lists them. */
const integrity = {
  name: 'integrity',
  transform(code, id) {
    if (!id.endsWith('integrity.js')) return null
    return code.replace(/INTEGRITY_OF_([\w-]+)/g, (_, name) => integrityOf(name))
  },
}

/**
 * A chunk of the script tag: a classic script that leaves its exports on its own element, and gets what it
 * shares with an earlier chunk from there (see loadChunk). `next` are the chunks whose hashes it carries.
 */
const chunk = (name, input, { shared, next = [] } = {}) => ({
  input: `${packages}${input}`,
  external: (source) => shared?.test(source) ?? false,
  output: {
    file: `${gateFolder}${name}.js`,
    format: 'cjs',
    esModule: false,
    strict: false,
    outro: () => (next.length ? `exports.integrity=${JSON.stringify(hashes(next))}` : ''),
    banner: '(function(exports,require){"use strict";',
    footer: '})(document.currentScript.chunk={},function(){return document.currentScript.need()})',
  },
  plugins: [workspace, resolve(), squeezeStyles, withoutComponents, minify],
})

/** The shared parts that `gate-ui.js` brings, as its chunks see them. */
const kit = /^preact|\/kit\/index\.js$/

/** The parts that speak. They share the kit, and every language's further words carry their hashes. */
const spoken = {
  preferences: 'preferences',
  aside: 'aside',
  toggle: 'toggle',
  disclosure: 'disclosure',
  refusal: 'refusal',
  'my-data': 'myData',
}

/** The parts of core that few pages ask for: `gate-care.js` carries their hashes. */
const rare = ['session', 'receipts', 'debug']

const languages = { ko: 'Ko', en: 'En', ar: 'Ar' }
const copies = (kind, suffix, next) =>
  Object.entries(languages).map(([code, name]) =>
    chunk(`gate-${code}${suffix}`, `banner/build/copy/${kind}${name}.js`, { next: next(code) }),
  )

const manifest = {
  name: 'manifest',
  writeBundle() {
    const files = scripts.map(({ output }) => basename(output.file)).sort()
    for (const file of readdirSync(gateFolder)) {
      // A chunk of an earlier name must not lie beside the new ones.
      if (/^gate.*\.js$/.test(file) && !files.includes(file)) rmSync(gateFolder + file)
    }
    const entries = files.map((file) => {
      const content = readFileSync(gateFolder + file)
      const brotli = brotliCompressSync(content).length
      return [file, { integrity: `sha384-${hashOf('sha384', file)}`, bytes: content.length, brotli }]
    })
    const text = JSON.stringify({ version, files: Object.fromEntries(entries) }, null, 2)
    writeFileSync(`${gateFolder}manifest.json`, `${text}\n`)
  },
}

const scripts = [
  ...['gates', 'session', 'receipts'].map((part) => chunk(`gate-${part}`, `core/build/lazy/${part}Part.js`)),
  ...['advice', 'debug'].map((part) => chunk(`gate-${part}`, `loader/build/${part}Entry.js`)),
  chunk('gate-care', 'loader/build/careEntry.js', { next: rare }),
  ...Object.entries(spoken).map(([name, part]) =>
    chunk(`gate-${name}`, `banner/build/chunks/${part}.js`, { shared: kit }),
  ),
  ...copies('further', '-more', () => Object.keys(spoken)),
  ...copies('notice', '', (code) => [`${code}-more`]),
  chunk('gate-ui', 'banner/build/chunks/ui.js'),
  {
    input: `${packages}loader/build/gate.js`,
    output: { file: `${gateFolder}gate.js`, format: 'iife', esModule: false },
    plugins: [workspace, resolve(), integrity, minifyCompiled, manifest],
  },
]

export default [
  modules('core', ['index', 'compose']),
  modules('ga-adapter', ['index', 'compose']),
  modules('banner', ['index', 'eager', 'compose', 'hooks', 'chunks/ui']),
  modules('loader', ['index']),
  ...scripts,
]
