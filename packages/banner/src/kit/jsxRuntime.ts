import { Fragment, h } from 'preact'

/**
 * Stands in for `preact/jsx-runtime` in the script tag's chunks: Preact has `h` anyway, and its own runtime would
 * be a second copy of it.
 */
export const jsx = (type: string, props: Record<string, unknown>, key?: string) => h(type, { ...props, key })

export { Fragment, jsx as jsxs }
