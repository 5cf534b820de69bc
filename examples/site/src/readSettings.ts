import { databaseKind } from '@consent-gate/receipt-store'

export interface StartSettings {
  readonly port: number
  readonly measurementId?: string
  readonly databaseUrl?: string
}

/** Reads `PORT` (default 3000), `GA_MEASUREMENT_ID` and `DATABASE_URL`; throws with a sentence for the terminal. */
export function readSettings(env: NodeJS.ProcessEnv): StartSettings {
  const port = env.PORT ? Number(env.PORT) : 3000
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new Error(`PORT must be a number from 0 to 65535, not "${env.PORT}".`)
  }
  const { GA_MEASUREMENT_ID: measurementId, DATABASE_URL: databaseUrl } = env
  // A database that is not there is asked again by the next request; a mistake in its address is for now.
  if (databaseUrl) databaseKind(databaseUrl)
  const settings = { port, ...(databaseUrl && { databaseUrl }) }
  if (!measurementId) return settings
  if (!/^G-[A-Z0-9]+$/.test(measurementId)) {
    throw new Error(`GA_MEASUREMENT_ID must look like G-XXXXXXXXXX, not "${measurementId}".`)
  }
  return { ...settings, measurementId }
}
