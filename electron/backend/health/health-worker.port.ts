import '../zod-without-eval.ts'
import { parentPort, workerData } from 'node:worker_threads'
import { isDangolError } from '#shared/errors.ts'
import { openDatabase } from '../platform/db/open.ts'
import { checkLedger, ledgerFigures } from '../platform/ledger/check.ts'
import type { HealthFound, HealthTask } from './health-task.ts'

// A thread of its own: every page of ten years takes seconds that the counter must not wait.

const look = ({ path, dataKey }: HealthTask): HealthFound => {
  const db = openDatabase(path, { key: dataKey, mode: 'read' })
  try {
    let pages = true
    try {
      checkLedger(db)
    } catch (error) {
      if (!isDangolError(error)) throw error
      pages = false
    }
    const { receipts, customers } = ledgerFigures(db)
    return { pages, receipts, customers }
  } finally {
    db.close()
    dataKey.fill(0)
  }
}

// What this program was started with is what `lookInThread` gave.
const task: HealthTask = workerData
parentPort?.postMessage(look(task))
