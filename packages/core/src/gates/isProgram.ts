/** The types that the browser runs. Anything else is data, and stays in the page. */
const PROGRAM = /^(module|(text|application)\/(x-)?(java|ecma)script)?$/i

/** What is none the browser does not even fetch: nothing ever tells that it is there. */
export function isProgram({ type, noModule }: HTMLScriptElement): boolean {
  return PROGRAM.test(type) && !(noModule && type !== 'module')
}
