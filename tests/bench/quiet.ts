import { setTimeout as pause } from 'node:timers/promises'

const idleMs = 100

/**
 * Until the program has nothing to do in the background any more: days that are kept for the first time, the daily look
 * through the ledger, links of what an import wrote.
 * @param mostSeconds after which it is measured all the same.
 */
export const quiet = async (mostSeconds: number): Promise<void> => {
  for (let checks = 0; checks < mostSeconds; checks += 1) {
    const before = process.cpuUsage()
    await pause(1_000)
    const { user, system } = process.cpuUsage(before)
    if ((user + system) / 1_000 < idleMs) return
  }
}
