/** The end of a cable from which bytes come: it can be asked to stop reading. */
export interface Giver {
  hold(on: boolean): void
}

/** The end to which bytes go. */
export interface Taker {
  /** Sends the bytes off at once; `taken` when the system has them, or when they are lost with the line. */
  pass(bytes: Uint8Array, taken: () => void): void
}

/** One direction of a cable with us in it. */
export interface Direction {
  pass(bytes: Uint8Array): void
}

/**
 * What one direction holds at most before it stops reading: about as much as a printer's own memory. From then on
 * the sender feels what it would feel on a bare cable: its bytes are not taken.
 */
export const mostHeldBytes = 4096

/**
 * The same for a printer's answers, which are a few bytes each. More than papers, so that a POS that never reads
 * its answers does not soon keep its printer's line from being read: adapters exist in which that stops both ways.
 */
export const mostHeldAnswers = 64 * 1024

/** Passes on at once and in order; never holds much more than `most` bytes, and never drops a byte itself. */
export const createDirection = (
  from: Giver,
  to: Taker,
  most: number,
  onHeld: (held: boolean) => void = () => undefined,
): Direction => {
  let waiting = 0
  let held = false
  const set = (now: boolean): void => {
    if (held === now) return
    held = now
    from.hold(now)
    onHeld(now)
  }
  return {
    pass(bytes) {
      waiting += bytes.length
      to.pass(bytes, () => {
        waiting -= bytes.length
        if (waiting < most) set(false)
      })
      if (waiting >= most) set(true)
    },
  }
}
