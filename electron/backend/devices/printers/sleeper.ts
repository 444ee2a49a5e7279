/** A pause that can be cut short. A wake while nobody sleeps cuts the next pause. */
export interface Sleeper {
  sleep(ms: number): Promise<void>
  wake(): void
}

export const createSleeper = (): Sleeper => {
  let woken = false
  let rouse: (() => void) | null = null
  return {
    sleep: (ms) =>
      new Promise((resolve) => {
        if (woken) {
          woken = false
          resolve()
          return
        }
        const end = (): void => {
          clearTimeout(timer)
          rouse = null
          resolve()
        }
        const timer = setTimeout(end, ms)
        rouse = end
      }),
    wake() {
      if (rouse === null) woken = true
      else rouse()
    },
  }
}
