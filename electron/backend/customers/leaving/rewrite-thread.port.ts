import type { Ledger } from '../../platform/ledger/open.ts'
import { runThread } from '../../platform/threads/once.port.ts'
import { threadProgram } from '../../platform/threads/program.ts'
import type { RewriteAnswer, RewriteTask } from './rewrite-answer.ts'

const program = threadProgram(import.meta.dirname, 'rewrite-worker')

/**
 * Writes the ledger's file anew. Meanwhile nothing else can be written to it: whoever tries is told at once, instead of
 * holding up the lines, and tries again. Never rejects.
 */
export const rewriteInThread = async ({ path, db, dataKey }: Ledger): Promise<RewriteAnswer> => {
  const task: RewriteTask = { path, dataKey: Uint8Array.from(dataKey) }
  const waited = Number(db.pragma('busy_timeout', { simple: true }))
  db.pragma('busy_timeout = 0')
  let answer: RewriteAnswer = 'away'
  const told = (message: unknown): void => {
    answer = message as RewriteAnswer
  }
  await runThread(program, task, told)
  if (db.open) db.pragma(`busy_timeout = ${waited}`)
  return answer
}
