import { PrinterStopped, type PrintJob, type PrintOutcome } from './print-job.ts'

/** A job and who waits for its end. */
export interface Waiting {
  readonly job: PrintJob
  readonly resolve: (outcome: PrintOutcome) => void
  readonly reject: (reason: unknown) => void
}

/** What one printer has still to do, in the order in which it came. */
export interface PrintQueue {
  /** Rejects with `PrinterStopped` when the printer is stopped before the job began. */
  print(job: PrintJob): Promise<PrintOutcome>
  next(): Waiting | undefined
  isEmpty(): boolean
  /** Nothing of it will be printed any more. */
  refuse(): void
}

/** @param wake a job came. */
export const createPrintQueue = (life: { readonly stopped: boolean }, wake: () => void): PrintQueue => {
  const waiting: Waiting[] = []
  return {
    print: (job) =>
      new Promise((resolve, reject) => {
        if (life.stopped) {
          reject(new PrinterStopped())
          return
        }
        waiting.push({ job, resolve, reject })
        wake()
      }),
    next: () => waiting.shift(),
    isEmpty: () => waiting.length === 0,
    refuse() {
      for (const { reject } of waiting.splice(0)) reject(new PrinterStopped())
    },
  }
}
