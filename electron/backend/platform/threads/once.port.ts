import { Worker } from 'node:worker_threads'

/**
 * Runs a program to its end in a thread of its own; never rejects. What it tells goes to `told`; one that failed, or was
 * called off, just tells nothing more. The key in the task is wiped when it is over; the thread has a copy of its own.
 * @param program see `threadProgram`.
 */
export const runThread = async (
  program: string,
  task: { readonly dataKey: Uint8Array },
  told: (message: unknown) => void,
  signal?: AbortSignal,
): Promise<void> => {
  const worker = new Worker(program, { workerData: task })
  const stop = (): void => void worker.terminate()
  signal?.addEventListener('abort', stop)
  await new Promise<void>((resolve) => {
    worker.on('message', told)
    // An exit follows.
    worker.once('error', () => undefined)
    worker.once('exit', () => resolve())
  })
  signal?.removeEventListener('abort', stop)
  task.dataKey.fill(0)
}
