/** @param share from 0 to 1. Of an empty list it is NaN. */
export const percentile = (values: readonly number[], share: number): number => {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN
}

export const median = (values: readonly number[]): number => percentile(values, 0.5)

/** How long the work takes, milliseconds. */
export const timed = (work: () => unknown): number => {
  const start = performance.now()
  work()
  return performance.now() - start
}

/** Processor time that the work takes, milliseconds: what other programs do meanwhile hardly counts. */
const worked = (work: () => unknown): number => {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

/**
 * Ours and the peer by turns, for work in memory: the median processor time of each, milliseconds, once both have
 * been compiled by a third as many rounds.
 */
export const byTurns = (
  rounds: number,
  ours: () => unknown,
  peer: () => unknown,
): { readonly ours: number; readonly peer: number } => {
  const times: { ours: number; peer: number }[] = []
  for (let round = -Math.ceil(rounds / 3); round < rounds; round += 1) {
    const pair = { ours: worked(ours), peer: worked(peer) }
    if (round >= 0) times.push(pair)
  }
  return { ours: median(times.map((pair) => pair.ours)), peer: median(times.map((pair) => pair.peer)) }
}
