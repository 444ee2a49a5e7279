import { spawn } from 'node:child_process'
import { root } from '../project.ts'

/** What one step found. A check that is no test suite counts as one. */
export interface Outcome {
  readonly passed: number
  readonly failed: number
  /** Names of tests that did not run, with their reason where one is known. */
  readonly skipped: readonly string[]
  /** What to read when something failed. */
  readonly details: string
}

export interface Check {
  readonly name: string
  run(): Promise<Outcome>
}

export interface Finished {
  readonly code: number
  readonly output: string
}

/** Reports are read by programs too; Node warns when both variables are set. */
const { FORCE_COLOR: _force, ...plain } = process.env
const withoutColour = { ...plain, NO_COLOR: '1' }

/** Runs a script under this Node in the checkout; with `show` what it prints is shown as it comes. */
export const runScript = (
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
  show = false,
): Promise<Finished> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      env: { ...withoutColour, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    const take = (text: Buffer): void => {
      output += text.toString()
      if (show) process.stdout.write(text)
    }
    child.stdout.on('data', take)
    child.stderr.on('data', take)
    child.on('error', (error) => resolve({ code: 1, output: error.message }))
    child.on('close', (code) => resolve({ code: code ?? 1, output }))
  })

const passed: Outcome = { passed: 1, failed: 0, skipped: [], details: '' }
export const failed = (details: string): Outcome => ({ passed: 0, failed: 1, skipped: [], details })

/** One check: passed when the script ended well and `seen` (how much it looked at) is more than nothing. */
export const judge = ({ code, output }: Finished, seen: number): Outcome => {
  if (code !== 0) return failed(output)
  return seen > 0 ? passed : failed(`It looked at nothing:\n${output}`)
}
