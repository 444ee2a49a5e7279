import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import iconv from 'iconv-lite'
import { openDeviceStore } from '#backend/devices/device-store.port.ts'
import { createRandom } from '#backend/devices/simulated/random.ts'
import { createLedger } from '#backend/platform/ledger.ts'
import type { Printer } from '#shared/contract/devices.ts'
import { createPtyCable, hasSocat } from '../../helpers/devices/pty-cable.ts'
import {
  startSerialTestPrinter,
  startTcpTestPrinter,
  type TestPrinter,
} from '../../helpers/devices/test-printer.ts'
import { passphrase } from '../../helpers/ledger-lab.ts'
import { befalls, type Scene } from './befalls.ts'
import { type Judgement, judge } from './judge.ts'
import { createKillableShop, type KillableShop } from './killable-shop.ts'

export interface FaultRun extends Judgement {
  readonly slips: number
  /** How often each kind befell. */
  readonly counts: Readonly<Record<string, number>>
  /** Faults after which the queue did not come to its end. */
  readonly stuck: readonly string[]
  /** Answered as written down, and not in the ledger at the end. */
  readonly missing: readonly string[]
  readonly kills: number
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
const settleLimitMs = 60_000

/** Everything that ails the printer ends; what it then prints, it prints. */
const mendAll = async (printer: TestPrinter): Promise<void> => {
  Object.assign(printer.faults, {
    paperEndsAfter: null,
    coverOpensAfter: null,
    silent: false,
    losesReports: false,
    halfReports: false,
    knowsOnly: null,
    losesAnswers: 0,
    garblesAnswers: 0,
    slowMs: 0,
    goneAfter: null,
    powerEndsAfter: null,
  })
  await printer.power(true)
  printer.mend()
  printer.faults.tellsByItself = false
}

const settled = async (shop: KillableShop): Promise<boolean> => {
  const end = Date.now() + settleLimitMs
  while ((await shop.ask({ type: 'look' })).waiting > 0) {
    if (Date.now() > end) return false
    await pause(20)
  }
  return true
}

/**
 * A shop with a network printer for slips and, where socat is, a serial one for coupons, through so many faults.
 * @param seed the same seed gives the same faults, not the same moments.
 */
export const faultRun = async (faults: number, seed: number): Promise<FaultRun> => {
  const folder = mkdtempSync(join(tmpdir(), 'dangol-printing-'))
  const path = join(folder, 'shop.dangol')
  const cable = hasSocat ? createPtyCable() : null
  await cable?.plug()
  const network = await startTcpTestPrinter()
  const serial = cable === null ? null : await startSerialTestPrinter(cable.there)
  const printers: Printer[] = [
    { ...base('slip'), kind: 'tcp', host: '127.0.0.1', port: network.port, held: true },
  ]
  if (cable !== null)
    printers.push({ ...base('coupon'), kind: 'serial', path: cable.here, baudRate: 9600, parity: 'none' })
  ;(await createLedger({ path, passphrase, shopName: '시험가게' })).ledger.close()
  openDeviceStore(join(folder, 'devices.json')).write({ sources: [], printers })
  const shop = createKillableShop(path, folder)
  await shop.open()

  const source = createRandom(seed)
  const random = (below: number): number => source.between(0, below - 1)
  const kinds = Object.keys(befalls)
  const counts: Record<string, number> = {}
  const stuck: string[] = []
  const written: string[] = []
  let kills = 0
  try {
    for (const purpose of ['slip', 'coupon'] as const) await shop.ask({ type: 'add', purpose, count: 1 })
    await settled(shop)
    for (let fault = 0; fault < faults; fault += 1) {
      const kind = kinds[fault % kinds.length] ?? ''
      const onSerial = serial !== null && random(2) === 1
      const printer = onSerial ? serial : network
      const purpose = onSerial ? 'coupon' : 'slip'
      const scene: Scene = {
        shop,
        printer,
        purpose,
        random,
        pause,
        within: () => printer.receivedBytes() + 1 + random(700),
      }
      await befalls[kind]?.before?.(scene)
      written.push(...(await shop.ask({ type: 'add', purpose, count: 1 + random(3) })).added)
      // One for the other printer: it must not be held up.
      if (random(3) === 0)
        written.push(
          ...(await shop.ask({ type: 'add', purpose: onSerial ? 'slip' : 'coupon', count: 1 })).added,
        )
      await befalls[kind]?.after?.(scene)
      if (kind.startsWith('killed')) kills += 1
      await pause(random(400))
      await mendAll(printer)
      counts[kind] = (counts[kind] ?? 0) + 1
      if (!(await settled(shop))) stuck.push(`${fault}: ${kind} ${purpose}`)
      if (fault % 50 === 49) console.log(`${fault + 1} faults`)
    }
    const { slips } = await shop.ask({ type: 'look' })
    await shop.stop()
    const papers = [network, ...(serial === null ? [] : [serial])].map((printer) =>
      iconv.decode(Buffer.from(printer.printedBytes()), 'cp949'),
    )
    const kept = new Set(slips.map((slip) => slip.number))
    return {
      ...judge(slips, papers),
      slips: slips.length,
      counts,
      stuck,
      kills,
      missing: written.filter((number) => !kept.has(number)),
    }
  } finally {
    await shop.kill()
    await serial?.close()
    await network.close()
    await cable?.remove()
    rmSync(folder, { recursive: true, force: true })
  }
}

const base = (purpose: 'slip' | 'coupon') => ({
  id: purpose,
  name: purpose,
  enabled: true,
  columns: 42 as const,
  purposes: [purpose],
})
