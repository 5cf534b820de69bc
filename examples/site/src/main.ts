import { createSite, type Site } from './createSite.js'
import { gateFolder } from './gateFolder.js'
import { readSettings, type StartSettings } from './readSettings.js'
import { whatToTry } from './whatToTry.js'

function fail(message: string): never {
  console.error(message)
  process.exit(1)
}

function settings(): StartSettings {
  try {
    return readSettings(process.env)
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error))
  }
}

async function start(settings: StartSettings): Promise<Site> {
  try {
    return await createSite(settings)
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    const { port } = settings
    if (code === 'EADDRINUSE')
      fail(`Port ${port} is already in use. Choose another one: PORT=${port + 1} npm start`)
    if (code === 'EACCES') fail(`Port ${port} needs more rights. Choose another one: PORT=3000 npm start`)
    return fail(message)
  }
}

const chosen = settings()
const site = await start(chosen)
if (gateFolder() === null) console.error('gate.js is not built yet, so no page asks: run "npm run build".')
console.log(whatToTry(site.url, chosen.measurementId))

async function stop(): Promise<void> {
  await site.close()
  console.log('\nStopped.')
  process.exit(0)
}
process.once('SIGINT', stop)
process.once('SIGTERM', stop)
