import { existsSync, readFileSync } from 'node:fs'
import { z } from 'zod'
import { writeFileAtomically } from '../platform/files/atomic.ts'
import type { ChainHead } from './chain.ts'

const headsFile = z.strictObject({
  format: z.literal('dangol-heads'),
  heads: z.array(
    z.strictObject({ seq: z.number().int().positive(), mac: z.string().regex(/^[0-9a-f]{64}$/) }),
  ),
})

/** Where the chain's head is also kept, outside of the ledger. */
export interface Heads {
  /** What is known; nothing where the file is not there or is no heads file. */
  known(): readonly ChainHead[]
  /** Durable when it returns. A head that was left behind is still one to hold the ledger against. */
  keep(head: ChainHead): void
}

/** Enough to tell when a ledger was put back, and small enough to write often. */
const kept = 32

/** @param path of a small file beside the ledger; it holds no personal data and no keys. */
export const headsAt = (path: string): Heads => {
  const read = (): ChainHead[] => {
    if (!existsSync(path)) return []
    const found = headsFile.safeParse(json(readFileSync(path, 'utf8'))).data
    return (found?.heads ?? []).map(({ seq, mac }) => ({ seq, mac: Buffer.from(mac, 'hex') }))
  }
  return {
    known: read,
    keep(head) {
      const others = read().filter(({ seq }) => seq !== head.seq)
      const heads = [...others, head].slice(-kept)
      const body = {
        format: 'dangol-heads',
        heads: heads.map(({ seq, mac }) => ({ seq, mac: Buffer.from(mac).toString('hex') })),
      }
      writeFileAtomically(path, Buffer.from(`${JSON.stringify(body)}\n`))
    },
  }
}

const json = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
