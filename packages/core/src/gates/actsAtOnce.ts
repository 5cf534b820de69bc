import { isProgram } from './isProgram.js'

const LOADS =
  'iframe[src],iframe[srcdoc],img[src],img[srcset],embed[src],video[src],audio[src],source[src],source[srcset],' +
  'link[href],object[data]'

/** Whether the browser runs or loads this by itself, whatever `data-category` says of it. */
export function actsAtOnce(element: Element): boolean {
  return element.matches('script') ? isProgram(element as HTMLScriptElement) : element.matches(LOADS)
}
