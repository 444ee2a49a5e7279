import '../../zod-without-eval.ts'
import { parentPort } from 'node:worker_threads'
import { allProfiles } from '../reading/profiles/all.ts'
import { profileFrom } from '../reading/profiles/profile.ts'
import { type ReadingAnswer, type ReadingTask, readPrinted } from './reading-task.ts'

// A thread of its own: while many papers wait, one processor reads them and the other enters them in the ledger.

let profiles = allProfiles
const answer = (told: ReadingAnswer): void => parentPort?.postMessage(told)

parentPort?.on('message', (task: ReadingTask) => {
  if (task.is === 'layouts') {
    profiles = [...task.taught.map(profileFrom), ...allProfiles]
    return
  }
  const readings = task.groups.map((group) => readPrinted(group, profiles))
  answer({ is: 'read', first: task.first, readings })
})
answer({ is: 'ready' })
