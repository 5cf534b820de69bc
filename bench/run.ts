import { writeFileSync } from 'node:fs'
import { loadavg } from 'node:os'
import { launchChromium } from '../tests/harness/launchChromium.js'
import { candidates as all } from './candidates/index.js'
import { report } from './report.js'
import { Results } from './results.js'
import { runRound } from './runRound.js'
import { startSite } from './site.js'

const RESULTS = '.cache/results.json'

const runs = Number(process.env.RUNS ?? 5)
if (!Number.isInteger(runs) || runs < 1) throw new Error(`RUNS is ${process.env.RUNS}: a number from 1 on`)

const candidates = all()
const results = new Results()
const site = await startSite(candidates)
const browser = await launchChromium()
const load = () => loadavg().map((value) => value.toFixed(1))
const started = { time: new Date().toISOString(), load: load() }
try {
  // The first visits to anything warm up the browser and this program: they do not count.
  await runRound(browser, site, candidates, new Results())
  console.log('  warmed up')
  for (let run = 0; run < runs; run++) {
    // Each takes its turn to be the first.
    const turn = run % candidates.length
    await runRound(browser, site, [...candidates.slice(turn), ...candidates.slice(0, turn)], results)
    console.log(`  round ${run + 1} of ${runs}, load ${load()[0]}`)
  }
  const browserVersion = browser.version()
  const facts = { started, ended: { time: new Date().toISOString(), load: load() }, runs, browserVersion }
  writeFileSync(RESULTS, `${JSON.stringify({ ...facts, results: results.all }, null, 2)}\n`)
  console.log(
    `\nChromium ${browserVersion}, ${runs} rounds, load ${started.load[0]} to ${facts.ended.load[0]}\n`,
  )
  console.log(report(candidates, results))
  console.log(`\nEvery value: bench/${RESULTS}`)
} finally {
  await browser.close()
  await site.close()
}
