const minute = 60_000
const waits = [minute / 2, minute, 5 * minute, 15 * minute, 60 * minute] as const

/** Wrong PINs that cost nothing. */
export const freeTries = 5

/** How long the next try has to wait after so many wrong ones in a row, ms: from the fifth on, ever longer. */
export const waitAfter = (failures: number): number =>
  failures < freeTries ? 0 : (waits[Math.min(failures - freeTries, waits.length - 1)] ?? 0)
