/** What a port hears on its control lines. */
export interface HeardLines {
  readonly cts: boolean
  readonly dsr: boolean
}

/** What a port says on its own. */
export interface SaidLines {
  readonly rts: boolean
  readonly dtr: boolean
}

/** Crosses the control lines of two ports, as the cable would that we stand in. */
export interface ModemRelay {
  /**
   * What each end has to say now, by what the other hears. Null where nothing is known of the other end: then what was
   * said stays.
   */
  crossed(
    pos: HeardLines | null,
    printer: HeardLines | null,
  ): { readonly pos: SaidLines | null; readonly printer: SaidLines | null }
}

type Seen = { cts: boolean; dsr: boolean }

/**
 * A line counts only from when it was first up: three-wire cables and many adapters leave it down for ever, and a POS
 * that heeds it would never print.
 */
const saidFor = (heard: HeardLines | null, seen: Seen): SaidLines | null => {
  if (heard === null) return null
  seen.cts ||= heard.cts
  seen.dsr ||= heard.dsr
  return { rts: heard.cts || !seen.cts, dtr: heard.dsr || !seen.dsr }
}

export const createModemRelay = (): ModemRelay => {
  const [fromPos, fromPrinter]: readonly [Seen, Seen] = [
    { cts: false, dsr: false },
    { cts: false, dsr: false },
  ]
  return {
    crossed: (pos, printer) => ({ pos: saidFor(printer, fromPrinter), printer: saidFor(pos, fromPos) }),
  }
}
