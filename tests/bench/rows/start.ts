import { fork, spawnSync } from 'node:child_process'
import { join } from 'node:path'
import type { BenchContext } from '../context.ts'
import type { Measured } from '../row.ts'
import { median } from '../statistics.ts'

interface Started {
  /** From the fork to the first usable moment. */
  readonly usableMs: number
  readonly rss: number
}

const processes = join(import.meta.dirname, '../processes')
const megabyte = 1_000_000
const limitMs = 60_000

/** Starts of the program as a process of its own, with the ledger file out of the system's cache and in it. */
export const startRows = async (context: BenchContext, dataKey: Uint8Array): Promise<Measured[]> => {
  const { dataFolder, backendEntry, rounds, passphrase, ledgerWords, row } = context
  const ledger = join(dataFolder, 'ledger.dangol')
  const ours = () => start('backend.ts', [dataFolder, backendEntry], { BENCH_PASSPHRASE: passphrase })
  const peer = () => start('bare-open.ts', [ledger], { BENCH_KEY: Buffer.from(dataKey).toString('hex') })
  const warm = await byTurns(rounds(5), ours, peer, () => undefined)
  const rows = [startRow(context, 'warm', warm.ours, warm.peer)]
  if (forget(ledger)) {
    const cold = await byTurns(rounds(5), ours, peer, () => void forget(ledger))
    rows.push(startRow(context, 'ledger file cold', cold.ours, cold.peer))
  }
  const bare = await start('bare-node.ts', [], {})
  return [
    ...rows,
    row({
      name: 'memory of the backend',
      conditions: `resident, counter in use, ${ledgerWords}`,
      value: median(warm.ours.map(({ rss }) => rss / megabyte)),
      unit: 'MB',
      peer: { name: 'Node with nothing in it', value: bare.rss / megabyte },
      budget: { most: 250 },
    }),
  ]
}

const startRow = (
  { row, ledgerWords }: BenchContext,
  state: string,
  ours: readonly Started[],
  peer: readonly Started[],
): Measured =>
  row({
    name: `start to a usable counter, ${state}`,
    conditions: `process, unlocking included, ${ledgerWords}, ${state}`,
    value: median(ours.map(({ usableMs }) => usableMs)),
    unit: 'ms',
    peer: { name: 'a process that opens the bare file', value: median(peer.map(({ usableMs }) => usableMs)) },
    budget: { most: 2000 },
  })

const byTurns = async (
  rounds: number,
  ours: () => Promise<Started>,
  peer: () => Promise<Started>,
  before: () => void,
): Promise<{ ours: Started[]; peer: Started[] }> => {
  const times: { ours: Started[]; peer: Started[] } = { ours: [], peer: [] }
  for (let round = 0; round < rounds; round += 1) {
    before()
    times.ours.push(await ours())
    before()
    times.peer.push(await peer())
  }
  return times
}

/** Takes a file out of the system's cache; false where that cannot be done. */
const forget = (file: string): boolean =>
  process.platform === 'linux' &&
  spawnSync('dd', [`if=${file}`, 'iflag=nocache', 'count=0'], { stdio: 'ignore' }).status === 0

const start = (script: string, args: readonly string[], env: Record<string, string>): Promise<Started> =>
  new Promise((resolve, reject) => {
    const begun = performance.now()
    const child = fork(join(processes, script), [...args], { env: { ...process.env, ...env } })
    const late = setTimeout(() => child.kill('SIGKILL'), limitMs)
    let usableMs = 0
    let rss = 0
    child.on('message', (told: { usable?: boolean; rss?: number }) => {
      if (told.usable === true) usableMs = performance.now() - begun
      if (told.rss === undefined) return
      rss = told.rss
      child.send('end')
    })
    child.once('error', reject)
    child.once('exit', (code) => {
      clearTimeout(late)
      if (code === 0 && usableMs > 0) resolve({ usableMs, rss })
      else reject(new Error(`${script} ended with ${code}`))
    })
  })
