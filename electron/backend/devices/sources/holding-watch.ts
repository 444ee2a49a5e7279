/** How long a printer may take nothing before that is told, ms: a full memory empties within this time. */
const patienceMs = 3000

/** Tells when a cable has been held up for long, and when it flows again. */
export interface HoldingWatch {
  held(on: boolean): void
  stop(): void
}

export const createHoldingWatch = (tell: (stuck: boolean) => void, patience = patienceMs): HoldingWatch => {
  let timer: NodeJS.Timeout | null = null
  let stuck = false
  const forget = (): void => {
    if (timer !== null) clearTimeout(timer)
    timer = null
  }
  return {
    held(on) {
      forget()
      if (on) {
        timer = setTimeout(() => {
          stuck = true
          tell(true)
        }, patience)
      } else if (stuck) {
        stuck = false
        tell(false)
      }
    },
    stop: forget,
  }
}
