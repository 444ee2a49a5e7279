import { createRandom } from '#backend/devices/simulated/random.ts'
import { createPaperMaker } from '#backend/receipts/paper/paper-maker.ts'
import { readPapers } from '#backend/receipts/reading/read.ts'
import { isCountable } from '#backend/receipts/reading/reading.ts'
import { inPieces, mutatedReceipts } from '../../helpers/mutated-receipts.ts'
import { readingFaults } from '../../helpers/reading-faults.ts'

const receivedAt = Date.UTC(2026, 10, 22, 3, 0, 0)

export interface MutationRun {
  readonly receipts: number
  readonly bytes: number
  readonly papers: number
  /** Counted without asking. */
  readonly sure: number
  /** What was thrown, by its text. */
  readonly thrown: ReadonlyMap<string, number>
  /** What a reading may never say of itself, by its name. */
  readonly faults: ReadonlyMap<string, number>
  /** The first few whose reading is at fault, by their place in the sequence, with their text. */
  readonly examples: readonly string[]
  /** The slowest of all, ms, decoded and read. */
  readonly worstMs: number
  /** Resident memory after a thousand, and at its most, bytes. */
  readonly settledRss: number
  readonly mostRss: number
}

const mostExamples = 5

const addTo = (counts: Map<string, number>, name: string): void => {
  counts.set(name, (counts.get(name) ?? 0) + 1)
}

/** So many spoiled recordings through decoding and reading, in pieces as lines give them. */
export const runMutations = (
  receipts: number,
  seed: number,
  told: (done: number) => void = () => undefined,
): MutationRun => {
  const random = createRandom(seed + 1)
  const thrown = new Map<string, number>()
  const faults = new Map<string, number>()
  const examples: string[] = []
  const sums = { bytes: 0, papers: 0, sure: 0, worstMs: 0, settledRss: 0, mostRss: 0 }
  let done = 0
  for (const bytes of mutatedReceipts(seed)) {
    const pieces = inPieces(bytes, random)
    const start = performance.now()
    try {
      const maker = createPaperMaker({ encoding: random.chance(0.9) ? 'cp949' : 'utf8' })
      const papers = [...pieces.flatMap((piece) => maker.push(piece)), ...maker.close()]
      const readings = readPapers(papers, { receivedAt })
      sums.papers += papers.length
      for (const reading of readings) {
        if (isCountable(reading.kind) && reading.confidence >= 0.9) sums.sure += 1
        for (const fault of readingFaults(reading)) {
          addTo(faults, fault)
          if (examples.length < mostExamples)
            examples.push(
              `${done} ${fault}: ${JSON.stringify({ ...reading, lines: [] })}\n${reading.lines.join('\n')}`,
            )
        }
      }
    } catch (error) {
      addTo(thrown, error instanceof Error ? error.message : String(error))
    }
    sums.worstMs = Math.max(sums.worstMs, performance.now() - start)
    sums.bytes += bytes.length
    done += 1
    if (done % 1000 === 0) {
      const { rss } = process.memoryUsage()
      if (done === 1000) sums.settledRss = rss
      sums.mostRss = Math.max(sums.mostRss, rss)
    }
    if (done % 50_000 === 0) told(done)
    if (done === receipts) break
  }
  return { receipts: done, thrown, faults, examples, ...sums }
}
