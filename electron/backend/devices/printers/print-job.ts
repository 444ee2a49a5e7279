/**
 * How far a print came.
 * `confirmed`: the printer itself said that it finished. `sent`: all bytes went out and the line has no way back,
 * so nobody can know more. `unknown`: something went out, then the line broke or an expected answer never came.
 */
export type PrintOutcome = 'confirmed' | 'sent' | 'unknown'

export interface PrintJob {
  readonly bytes: Uint8Array
  /**
   * Called when the printer is there and ready, right before the first byte leaves; what it notes down is durable
   * when it returns. Throwing calls the print off, and nothing is sent.
   */
  starting(): void
  /** Aborted: a job that has not begun is given up; one that has begun ends as it stands. */
  readonly signal: AbortSignal
}

/** A job's printer was stopped before the job began; nothing was sent. */
export class PrinterStopped extends Error {
  constructor() {
    super('printer stopped')
    this.name = 'PrinterStopped'
  }
}
