import '../../zod-without-eval.ts'
import { parentPort, workerData } from 'node:worker_threads'
import { isDangolError } from '#shared/errors.ts'
import { truncateWal } from '../../platform/db/checkpoint.ts'
import { openDatabase } from '../../platform/db/open.ts'
import { guarded } from '../../platform/db/sqlite-errors.ts'
import type { RewriteAnswer, RewriteTask } from './rewrite-answer.ts'

// A thread of its own: writing a large ledger anew takes as long as a minute, which no line may wait.

const answerTo = ({ path, dataKey }: RewriteTask): RewriteAnswer => {
  try {
    const db = openDatabase(path, { key: dataKey, mode: 'write', busyMs: 200 })
    try {
      guarded(() => db.exec('VACUUM'))
      return truncateWal(db) ? 'done' : 'reader'
    } finally {
      db.close()
    }
  } catch (error) {
    // Somebody was writing just then: tried again later, like everything else.
    if (isDangolError(error) && error.code === 'ledger.in-use') return 'reader'
    if (isDangolError(error)) return 'refused'
    throw error
  } finally {
    dataKey.fill(0)
  }
}

// What this program was started with is what `rewriteInThread` gave.
const task: RewriteTask = workerData
parentPort?.postMessage(answerTo(task))
