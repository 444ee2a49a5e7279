import '../../zod-without-eval.ts'
import { parentPort, workerData } from 'node:worker_threads'
import { isDangolError } from '#shared/errors.ts'
import { openDatabase } from '../db/open.ts'
import { updateLedger } from './update.ts'
import type { UpdateTask, UpdateTold } from './update-task.ts'

// A thread of its own: bringing ten years forward takes a minute, in which what the tills print has to be written down.

const tell = (told: UpdateTold): void => parentPort?.postMessage(told)

const update = ({ path, id, dataKey, now }: UpdateTask): UpdateTold => {
  try {
    const db = openDatabase(path, { key: dataKey, mode: 'write' })
    try {
      const ran = updateLedger({ path, id, dataKey, db, now, told: (step) => tell({ is: 'at', step }) })
      return { is: 'done', ran }
    } finally {
      if (db.open) db.close()
    }
  } catch (error) {
    if (!isDangolError(error)) throw error
    return { is: 'failed', code: error.code, params: { ...error.params } }
  } finally {
    dataKey.fill(0)
  }
}

// What this program was started with is what `updateInThread` gave.
const task: UpdateTask = workerData
tell(update(task))
