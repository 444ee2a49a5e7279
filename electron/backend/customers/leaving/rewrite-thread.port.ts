import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { Ledger } from '../../platform/ledger/open.ts'
import type { RewriteAnswer, RewriteTask } from './rewrite-answer.ts'

/** Beside this file, where it runs from source as well as where it was built. */
const program = join(
  import.meta.dirname,
  import.meta.filename.endsWith('.ts') ? 'rewrite-worker.port.ts' : 'rewrite-worker.js',
)

/**
 * Writes the ledger's file anew. Meanwhile nothing else can be written to it: whoever tries is told at once, instead of
 * holding up the lines, and tries again. Never rejects.
 */
export const rewriteInThread = async ({ path, db, dataKey }: Ledger): Promise<RewriteAnswer> => {
  const task: RewriteTask = { path, dataKey: Uint8Array.from(dataKey) }
  const waited = Number(db.pragma('busy_timeout', { simple: true }))
  db.pragma('busy_timeout = 0')
  let answer: RewriteAnswer = 'away'
  await new Promise<void>((resolve) => {
    const worker = new Worker(program, { workerData: task })
    worker.once('message', (told: RewriteAnswer) => {
      answer = told
    })
    // An exit follows.
    worker.once('error', () => undefined)
    worker.once('exit', () => resolve())
  })
  task.dataKey.fill(0)
  if (db.open) db.pragma(`busy_timeout = ${waited}`)
  return answer
}
