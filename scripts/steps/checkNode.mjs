import { StepError } from '../run/step.mjs'

const REQUIRED = [20, 11]

export function checkNode(version = process.versions.node) {
  const [major, minor] = version.split('.').map(Number)
  if (major > REQUIRED[0] || (major === REQUIRED[0] && minor >= REQUIRED[1])) return
  throw new StepError(
    `This needs Node ${REQUIRED.join('.')} or newer; found ${version}. Get it from https://nodejs.org`,
  )
}
