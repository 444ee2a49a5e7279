import { createRequire } from 'node:module'
import iconv from 'iconv-lite'
import { tokenize } from '#backend/receipts/escpos/tokenizer.ts'
import { papersOf } from '#backend/receipts/paper/papers-of.ts'
import { readPapers } from '#backend/receipts/reading/read.ts'
import type { BenchContext } from '../context.ts'
import { recordedSales } from '../receipts.ts'
import type { Measured } from '../row.ts'
import { byTurns, median, timed } from '../statistics.ts'

interface SecondParser {
  parser(): { parse(bytes: Buffer): Promise<unknown> }
}
const secondParser: SecondParser = createRequire(import.meta.url)('npos')

const from = Date.UTC(2026, 0, 5, 0, 0, 0)

/** Bytes to tokens, to papers, to readings: pure, in memory. */
export const decodeRows = async ({ rounds, row }: BenchContext): Promise<Measured[]> => {
  const count = 400
  const bytes = Buffer.concat(recordedSales(count, from, 1))
  const megabytes = bytes.length / 1_000_000
  const conditions = `${count} receipts, ${megabytes.toFixed(1)} MB CP949, processor time, in memory, warm`
  const perSecond = (ms: number): number => (megabytes / ms) * 1000

  const decoding = byTurns(
    rounds(150),
    () => papersOf(bytes, 'cp949'),
    () => iconv.decode(bytes, 'cp949'),
  )
  const tokens = await tokenTimes(bytes, rounds(6))
  const papers = papersOf(bytes, 'cp949')
  const receivedAt = from + count * 60_000
  const reading = byTurns(
    rounds(9),
    () => papers.map((paper) => readPapers([paper], { receivedAt })),
    () => iconv.decode(bytes, 'cp949'),
  )
  const receiptsPerSecond = (ms: number): number => (count / ms) * 1000
  return [
    row({
      name: 'decode: time to papers',
      conditions,
      value: decoding.ours / decoding.peer,
      unit: 'x iconv-lite',
      peer: { name: 'iconv-lite alone, same bytes', value: 1 },
      budget: { most: 4 },
    }),
    row({
      name: 'decode to papers',
      conditions,
      value: perSecond(decoding.ours),
      unit: 'MB/s',
      peer: { name: 'iconv-lite alone, same bytes', value: perSecond(decoding.peer) },
    }),
    row({
      name: 'decode to papers, receipts',
      conditions,
      value: receiptsPerSecond(decoding.ours),
      unit: 'receipts/s',
      peer: { name: 'iconv-lite alone, same bytes', value: receiptsPerSecond(decoding.peer) },
    }),
    row({
      name: 'tokenise',
      conditions,
      value: perSecond(tokens.ours),
      unit: 'MB/s',
      peer: { name: 'npos, same bytes', value: perSecond(tokens.peer) },
    }),
    row({
      name: 'parse papers',
      conditions: `${papers.length} papers, processor time, in memory, warm`,
      value: (papers.length / reading.ours) * 1000,
      unit: 'papers/s',
      peer: { name: 'iconv-lite alone, same bytes', value: (papers.length / reading.peer) * 1000 },
    }),
  ]
}

/** The second parser answers by a promise and is slow: a few rounds, on a part of the bytes. */
const tokenTimes = async (bytes: Buffer, rounds: number): Promise<{ ours: number; peer: number }> => {
  const part = bytes.subarray(0, Math.min(bytes.length, 200_000))
  const scale = bytes.length / part.length
  const ours: number[] = []
  const peer: number[] = []
  tokenize(bytes)
  for (let round = 0; round < rounds; round += 1) {
    ours.push(timed(() => tokenize(bytes)))
    const start = performance.now()
    await secondParser.parser().parse(part)
    peer.push((performance.now() - start) * scale)
  }
  return { ours: median(ours), peer: median(peer) }
}
