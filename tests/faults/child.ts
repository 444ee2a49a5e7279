import { readFileSync, writeSync } from 'node:fs'
import { openLedger, recoverLedger } from '#backend/platform/ledger.ts'
import { isDangolError } from '#shared/errors.ts'
import { shopDay } from './day.ts'
import { posLine } from './line.ts'
import { countedPoints } from './points.ts'

/**
 * child.ts WHAT PATH RECEIPTS POINT [STOP]: does it and ends itself by SIGKILL at that point, or stands still there (`list`:
 * never, and each point is told with its name). The data key comes in hex on standard input; acknowledgements go out at
 * once, one line each.
 */
const [what, path = '', receipts, killAt, how] = process.argv.slice(2)
const dataKey = Buffer.from(readFileSync(0, 'utf8').trim(), 'hex')
let toldAt = performance.now()
const say = (line: string): void => {
  writeSync(1, `${line}\n`)
  toldAt = performance.now()
}

const { io, moment, passed } = countedPoints((point, name) => {
  if (killAt === 'list') say(`point ${point} ${name}`)
  if (String(point) !== killAt) return
  say(`killed ${name}`)
  process.kill(process.pid, how === 'STOP' ? 'SIGSTOP' : 'SIGKILL')
})

const deeds: Record<string, () => Promise<void>> = {
  async day() {
    const ledger = await openLedger({ path, key: { dataKey }, disk: { io, segmentBytes: 4000 }, moment })
    shopDay(ledger, Number(receipts), (done, receipt) => say(`${done} ${receipt}`))
    ledger.close()
  },
  async line() {
    const ledger = await openLedger({ path, key: { dataKey }, disk: { io, segmentBytes: 6000 }, moment })
    await posLine(ledger, Number(receipts), (done, count) => say(`${done} ${count}`))
    ledger.close()
  },
  async keys() {
    const ledger = await openLedger({ path, key: { dataKey }, disk: { io }, moment })
    await ledger.keys.changePassphrase('바꾼 다음의 암호 99')
    say('changed 1')
    ledger.close()
  },
  async recover() {
    await recoverLedger({ path, from: `${path}-copy`, key: { dataKey }, io })
    say('recovered 1')
  },
}

try {
  await deeds[what ?? '']?.()
  say(`passed ${passed()}`)
} catch (error) {
  const after = Math.ceil(performance.now() - toldAt)
  say(`failed ${isDangolError(error) ? error.code : String(error)}`)
  say(`after ${after}`)
  process.exitCode = 3
}
