import { execFile } from 'node:child_process'
import { DangolError } from '#shared/errors.ts'
import { jobEnd, jobTitle, listsJob, queueProblem, requestId, type Spooler } from './spooler.ts'

/** The system's own programs answer at once, or their server hangs. */
const limitMs = 10_000

/**
 * Runs `lp` or `lpstat` as found on PATH, in English. Answers what it said; rejects with `printer.no-spooler` where
 * there is no such program, with what it printed on its error line otherwise.
 */
const run = (program: 'lp' | 'lpstat', words: readonly string[], input?: Uint8Array): Promise<string> =>
  new Promise((resolve, reject) => {
    const env = { ...process.env, LC_ALL: 'C', LANG: 'C' }
    const child = execFile(program, words, { timeout: limitMs, env }, (error, said) => {
      if (error === null) resolve(said)
      else if (error.code === 'ENOENT') reject(new DangolError('printer.no-spooler'))
      else reject(error)
    })
    // A program that ends before it has read everything says so by its exit.
    child.stdin?.on('error', () => undefined)
    child.stdin?.end(input ?? '')
  })

/** A queue of CUPS: `lp -o raw` takes our bytes as they are, `lpstat` tells how it is. */
export const cupsSpooler = (queue: string): Spooler => ({
  async problem() {
    try {
      return queueProblem(await run('lpstat', ['-l', '-p', queue]))
    } catch (error) {
      throw error instanceof DangolError ? error : new DangolError('printer.away', { place: queue })
    }
  },
  async submit(bytes) {
    const id = requestId(await run('lp', ['-d', queue, '-o', 'raw', '-t', jobTitle], bytes))
    if (id === null) throw new Error('lp named no job')
    return {
      async state() {
        if (listsJob(await run('lpstat', ['-W', 'not-completed', '-o', queue]), id)) return 'waiting'
        return jobEnd(await run('lpstat', ['-l', '-W', 'completed', '-o', queue]), id)
      },
    }
  },
})

/** Names of the queues that CUPS knows. Never rejects: what cannot be listed is not there. */
export const cupsQueues = async (): Promise<string[]> => {
  const said = await run('lpstat', ['-e']).catch(() => '')
  return said
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}
