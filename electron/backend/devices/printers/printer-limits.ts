/** How long a printer is given, in milliseconds. */
export interface PrinterLimits {
  /** Between two looks at a printer that is away, out of paper or open. */
  readonly retryMs: number
  /** Between two looks at an idle printer whose line we hold. */
  readonly idleMs: number
  /** A network printer serves one caller at a time, and the POS may be the next: its line is let go after this. */
  readonly lingerMs: number
  /** A slip is through in a few seconds; a printer that reports finished prints is given longer. */
  readonly finishMs: number
  /** The same for a printer that has answered, but has never reported a finished print. */
  readonly unprovenFinishMs: number
}

export const usualLimits: PrinterLimits = {
  retryMs: 1000,
  idleMs: 3000,
  lingerMs: 1500,
  finishMs: 15_000,
  unprovenFinishMs: 4000,
}
