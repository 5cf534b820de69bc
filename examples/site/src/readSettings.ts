export interface StartSettings {
  readonly port: number
  readonly measurementId?: string
}

/** Reads `PORT` (default 3000) and `GA_MEASUREMENT_ID`; throws with a sentence for the terminal. */
export function readSettings(env: NodeJS.ProcessEnv): StartSettings {
  const port = env.PORT ? Number(env.PORT) : 3000
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new Error(`PORT must be a number from 0 to 65535, not "${env.PORT}".`)
  }
  const measurementId = env.GA_MEASUREMENT_ID
  if (!measurementId) return { port }
  if (!/^G-[A-Z0-9]+$/.test(measurementId)) {
    throw new Error(`GA_MEASUREMENT_ID must look like G-XXXXXXXXXX, not "${measurementId}".`)
  }
  return { port, measurementId }
}
