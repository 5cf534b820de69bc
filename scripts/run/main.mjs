import { checkNode } from '../steps/checkNode.mjs'
import { StepError } from './step.mjs'

/** Runs a command of the repository: what a step has to say is printed without a stack trace. */
export async function main(work) {
  try {
    checkNode()
    await work()
  } catch (error) {
    console.error(`\n${error instanceof StepError ? error.message : (error?.stack ?? error)}`)
    process.exitCode = 1
  }
}
