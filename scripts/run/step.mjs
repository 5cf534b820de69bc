/** A step that cannot go on, with the words for whoever is at the terminal. */
export class StepError extends Error {}

/** Runs one step and prints one line for it, with the seconds it took. `work` returns a remark, or nothing. */
export async function step(name, work) {
  console.log(`▸ ${name}`)
  const started = Date.now()
  const seconds = () => `${((Date.now() - started) / 1000).toFixed(1)} s`
  try {
    const remark = await work()
    console.log(`✓ ${name} (${remark ? `${remark}, ` : ''}${seconds()})`)
  } catch (error) {
    console.error(`✗ ${name} (${seconds()})`)
    throw error
  }
}
