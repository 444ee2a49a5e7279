import { connect, type Socket } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { durableCommits } from '../bare/database.ts'
import type { BenchContext } from '../context.ts'
import type { OpenBackend } from '../open-backend.ts'
import { recordedSales } from '../receipts.ts'
import type { Measured } from '../row.ts'
import { percentile, timed } from '../statistics.ts'

/** Where the receipts are heard of: `receipt.arrived` is told right after the commit. */
export interface Arrivals {
  next(): Promise<void>
}

const limitMs = 10_000

/** From the last byte written into a real socket to the committed receipt, each beside one bare durable commit. */
export const liveRows = async (
  { rounds, row, ledgerWords, scratch }: BenchContext,
  backend: OpenBackend,
  arrivals: Arrivals,
  port: number,
): Promise<Measured[]> => {
  const count = rounds(400)
  await backend.ask('sources.save', {
    id: 'bench-pos',
    name: 'bench',
    enabled: true,
    encoding: 'cp949',
    idleGapMs: 60_000,
    kind: 'tcp',
    host: '127.0.0.1',
    port,
  })
  const socket = await connected(port)
  const bare = durableCommits(join(scratch, 'commits.db'))
  const ours: number[] = []
  const peer: number[] = []
  try {
    // Layout C prints two papers; here one cut is one receipt.
    const sales = recordedSales(count * 2 + 40, Date.now() - 86_400_000, 500_000).filter(
      (_, index) => index % 4 !== 3,
    )
    for (const [index, bytes] of sales.slice(0, count + 20).entries()) {
      const came = arrivals.next()
      const start = performance.now()
      socket.write(bytes)
      await came
      const took = performance.now() - start
      const beside = timed(() => bare.commit())
      if (index < 20) continue
      ours.push(took)
      peer.push(beside)
      await pause(1)
    }
  } finally {
    socket.destroy()
    bare.close()
    await backend.ask('sources.remove', { id: 'bench-pos' })
  }
  return (
    [
      ['p50', 0.5],
      ['p99', 0.99],
    ] as const
  ).map(([words, share]) =>
    row({
      name: `last byte on the wire to receipt in the ledger, ${words}`,
      conditions: `${count} receipts over TCP, one commit each, ${ledgerWords}, warm`,
      value: percentile(ours, share),
      unit: 'ms',
      peer: { name: 'one bare durable commit', value: percentile(peer, share) },
      ...(words === 'p99' ? { budget: { most: 10 } } : {}),
    }),
  )
}

/** The source needs a moment until it listens. */
const connected = async (port: number): Promise<Socket> => {
  const end = Date.now() + limitMs
  for (;;) {
    const socket = await new Promise<Socket | null>((resolve) => {
      const one = connect({ host: '127.0.0.1', port, noDelay: true })
      one.once('connect', () => resolve(one))
      one.once('error', () => resolve(null))
    })
    if (socket !== null) return socket
    if (Date.now() > end) throw new Error(`Nothing listens on port ${port}`)
    await pause(20)
  }
}
