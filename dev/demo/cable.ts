import { createServer } from 'node:net'
import { openPtyPair } from '#backend/devices/simulated/pty-pair.port.ts'
import type { Source } from '#shared/contract/devices.ts'

/** The line between the POS and us. */
export interface Cable {
  readonly words: string
  /** How the listening end is set up in the program. */
  readonly source: Source
  /** What the POS has to open. */
  readonly posArguments: readonly [kind: 'serial' | 'tcp', place: string]
  close(): Promise<void>
}

const base = { id: 'pos', name: '계산대 POS', enabled: true, encoding: 'cp949', idleGapMs: 500 } as const

/** A pair of real pseudo-terminals where socat is installed, otherwise TCP 9100 on this PC (or a free port). */
export const layCable = async (): Promise<Cable> => {
  const pair = await openPtyPair()
  if (pair === null) return overTcp()
  return {
    words: `serial line ${pair.pos} -> ${pair.listener}`,
    source: {
      ...base,
      kind: 'serial',
      path: pair.listener,
      baudRate: 9600,
      dataBits: 8,
      parity: 'none',
      stopBits: 1,
    },
    posArguments: ['serial', pair.pos],
    close: () => pair.close(),
  }
}

/** The same without socat. @param wanted another one is taken when somebody has it; 0 for any. */
export const overTcp = async (wanted = 9100): Promise<Cable> => {
  const port = (await portIfFree(wanted)) ?? (await portIfFree(0)) ?? wanted
  return {
    words: `TCP 127.0.0.1:${port} (no pair of serial ports here: that needs socat)`,
    source: { ...base, kind: 'tcp', host: '127.0.0.1', port },
    posArguments: ['tcp', String(port)],
    close: async () => undefined,
  }
}

/** @param wanted 0 lets the system choose. Null when somebody else has it. */
const portIfFree = (wanted: number): Promise<number | null> =>
  new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(null))
    server.listen(wanted, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' ? (address?.port ?? null) : null))
    })
  })
