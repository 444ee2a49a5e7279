import { parentPort } from 'node:worker_threads'
import { UnreadableFile } from '../reading/table.ts'
import { createFileDesk } from './file-desk.ts'
import type { Ask, Told } from './talk.ts'

// A thread of its own: unpacking and reading a list of 50,000 takes seconds that the counter must not wait, and a file
// that fills the memory ends this thread and not the program.

const desk = createFileDesk()
const tell = (told: Told): void => parentPort?.postMessage(told)

const answer = async (ask: Ask): Promise<void> => {
  try {
    const given = await desk.answer(ask, (done, total) => tell({ is: 'progress', done, total }))
    tell({ is: 'answer', id: ask.id, answer: given })
  } catch (error) {
    tell(
      error instanceof UnreadableFile
        ? { is: 'unreadable', id: ask.id, reason: error.reason }
        : { is: 'failed', id: ask.id },
    )
  }
}

// What arrives is what `openFileThread` sends.
parentPort?.on('message', (ask: Ask) => void answer(ask))
