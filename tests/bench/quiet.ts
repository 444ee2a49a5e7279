import { setTimeout as pause } from 'node:timers/promises'

const idleMs = 100

/**
 * Until the program has nothing to do in the background any more: days that are kept for the first time, lists of months,
 * links of what an import wrote.
 * @param mostSeconds after which it is measured all the same.
 * @param inARow seconds: background work takes breath between its parts, and some of it begins once a minute.
 */
export const quiet = async (mostSeconds: number, inARow = 2): Promise<void> => {
  for (let checks = 0, idle = 0; checks < mostSeconds && idle < inARow; checks += 1) {
    const before = process.cpuUsage()
    await pause(1_000)
    const { user, system } = process.cpuUsage(before)
    idle = (user + system) / 1_000 < idleMs ? idle + 1 : 0
  }
}
