/** How long a printer is given, in milliseconds. */
export interface PrinterLimits {
  /** Between two looks at a printer that is away, out of paper or open. */
  readonly retryMs: number
  /** Between two looks at an idle printer whose line we hold: with an answer that does not come, within two seconds. */
  readonly idleMs: number
  /** A network printer serves one caller at a time, and the POS may be the next: its line is let go after this. */
  readonly lingerMs: number
  /** Between two looks at an idle queue of the system: each one starts a program. */
  readonly spoolerMs: number
  /** A slip is through in a few seconds; a printer that reports finished prints is given longer. */
  readonly finishMs: number
  /** The same for a printer that has answered, but has never reported a finished print. */
  readonly unprovenFinishMs: number
  /** A printer that takes nothing for so long holds the line, and people are told. */
  readonly holdsMs: number
  /** A slip that is being sent when the program ends is given so long; then the line is let go. */
  readonly farewellMs: number
}

export const usualLimits: PrinterLimits = {
  retryMs: 1000,
  idleMs: 1200,
  lingerMs: 1500,
  spoolerMs: 15_000,
  finishMs: 15_000,
  unprovenFinishMs: 4000,
  holdsMs: 5000,
  farewellMs: 2000,
}
