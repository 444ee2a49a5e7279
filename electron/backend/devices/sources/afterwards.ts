/** Work that waits for a pause of the line, done in order. */
export interface Afterwards {
  /** @param bytes how much it holds in memory until it is done. */
  add(bytes: number, work: () => void): void
  /** Does all of it now. */
  finish(): void
}

/** A line that says nothing for so long is between two papers, or has been waited for long enough, ms. */
const pauseMs = 15
const mostMs = 250
const mostBytes = 64 * 1024

/**
 * Sealing and reading hold up the event loop, and with it the bytes that are to be passed on. So they wait until the
 * line pauses; a quarter second or 64 KB at most, which is then what a power cut can cost the ledger, though not the
 * printer.
 */
export const createAfterwards = (): Afterwards => {
  let waiting: (() => void)[] = []
  let bytes = 0
  let pause: NodeJS.Timeout | null = null
  let latest: NodeJS.Timeout | null = null
  const finish = (): void => {
    if (pause !== null) clearTimeout(pause)
    if (latest !== null) clearTimeout(latest)
    pause = null
    latest = null
    bytes = 0
    const now = waiting
    waiting = []
    for (const work of now) work()
  }
  return {
    add(size, work) {
      waiting.push(work)
      bytes += size
      if (bytes >= mostBytes) {
        finish()
        return
      }
      latest ??= setTimeout(finish, mostMs)
      if (pause === null) pause = setTimeout(finish, pauseMs)
      else pause.refresh()
    },
    finish,
  }
}
