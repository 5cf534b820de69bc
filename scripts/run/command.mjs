import { spawn } from 'node:child_process'
import { root } from './root.mjs'

const QUIET_SECONDS = 20

/**
 * Runs a program in the repository. What it prints is passed on (`show`) or kept for the case that it fails.
 * A program that stays silent gets a line every 20 seconds, so that nobody wonders whether it hangs.
 */
export function command(file, args, { env = {}, show = false, label = file } = {}) {
  return new Promise((resolve, reject) => {
    const started = Date.now()
    const kept = []
    const child = spawn(file, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const stillWorking = () => {
      console.log(`  … ${label}: still working after ${Math.round((Date.now() - started) / 1000)} s`)
    }
    let heartbeat = setInterval(stillWorking, QUIET_SECONDS * 1000)
    const pass = (stream) => (data) => {
      if (!show) return kept.push(data)
      clearInterval(heartbeat)
      heartbeat = setInterval(stillWorking, QUIET_SECONDS * 1000)
      stream.write(data)
    }
    child.stdout.on('data', pass(process.stdout))
    child.stderr.on('data', pass(process.stderr))
    child.on('error', (error) => {
      clearInterval(heartbeat)
      reject(error)
    })
    child.on('close', (code) => {
      clearInterval(heartbeat)
      resolve({ code: code ?? 1, output: Buffer.concat(kept).toString() })
    })
  })
}
