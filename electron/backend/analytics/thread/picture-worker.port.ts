import '../../zod-without-eval.ts'
import { parentPort, workerData } from 'node:worker_threads'
import { isDangolError } from '#shared/errors.ts'
import { openReadOnly } from '../../platform/db/readonly.ts'
import { type HeavyName, readHeavily } from './heavy.repo.ts'
import type { Answer, Question, ReadingTask } from './thread-message.ts'

// A thread of its own with a connection that only reads: a picture of ten years must not make the counter wait.

// What this program was started with is what `pictureThread` gave.
const task: ReadingTask = workerData
const { reader, db } = openReadOnly(task.path, task.dataKey)
task.dataKey.fill(0)
// Everything that one question reads is of one moment.
const answer = db.transaction((name: string, given: readonly unknown[]) =>
  readHeavily(reader, name as HeavyName, given),
)

parentPort?.on('message', ({ name, given }: Question) => {
  let told: Answer
  try {
    told = { is: 'read', value: answer(name, given) }
  } catch (error) {
    told = { is: 'refused', code: isDangolError(error) ? error.code : 'internal' }
  }
  parentPort?.postMessage(told)
})
