import '../zod-without-eval.ts'
import { parentPort, workerData } from 'node:worker_threads'
import { isDangolError } from '#shared/errors.ts'
import { openDatabase } from '../platform/db/open.ts'
import { copyLedger } from '../platform/ledger/copy.ts'
import type { SnapshotAnswer, SnapshotTask } from './snapshot-answer.ts'

// A thread of its own: copying, checking and hashing a large ledger takes seconds that the counter must not wait.

const answerTo = ({ path, id, dataKey, target, now }: SnapshotTask): SnapshotAnswer => {
  try {
    const db = openDatabase(path, { key: dataKey, mode: 'read' })
    const still = openDatabase(path, { key: dataKey, mode: 'read' })
    try {
      return { is: 'made', manifest: copyLedger({ path, id, db, still, dataKey }, target, now) }
    } finally {
      still.close()
      db.close()
    }
  } catch (error) {
    if (!isDangolError(error)) throw error
    return { is: 'refused', code: error.code, params: { ...error.params } }
  } finally {
    dataKey.fill(0)
  }
}

// What this program was started with is what `snapshotInThread` gave.
const task: SnapshotTask = workerData
parentPort?.postMessage(answerTo(task))
