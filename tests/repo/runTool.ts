import { execFile } from 'node:child_process'

/** Runs a JavaScript tool with this Node; answers its exit code and output, whatever the code. */
export function runTool(script: string, args: readonly string[], cwd: string) {
  return new Promise<{ code: number; stdout: string; stderr: string }>((resolve) => {
    execFile(process.execPath, [script, ...args], { cwd, maxBuffer: 32e6 }, (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : error ? 1 : 0, stdout, stderr })
    })
  })
}
