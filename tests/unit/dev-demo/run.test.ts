import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { type Cable, layCable, overTcp } from '../../../dev/demo/cable.ts'
import { startPaperPrinter } from '../../../dev/demo/paper-printer.ts'
import { startPos } from '../../../dev/demo/pos.ts'
import { reportLines } from '../../../dev/demo/report.ts'
import { runStory } from '../../../dev/demo/run.ts'
import { openDemoShop } from '../../../dev/demo/shop.ts'
import { story } from '../../../dev/demo/story.ts'

const passphrase = 'nothing in here is worth keeping'
const now = Date.now()

const runOver = async (cable: Cable) => {
  onTestFinished(() => cable.close())
  const folder = mkdtempSync(join(tmpdir(), 'dangol-demo-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const printer = await startPaperPrinter()
  onTestFinished(() => printer.close())
  const pos = await startPos(cable, now)
  onTestFinished(() => pos.stop())
  const shop = await openDemoShop({ dataFolder: folder, passphrase, cable, printerPort: printer.port })
  const steps: number[] = []
  try {
    const { prints } = story(now)
    const result = await runStory({ shop, pos, printer, prints, progress: (number) => steps.push(number) })
    return { result, printer, folder, steps, prints }
  } finally {
    await shop.close()
  }
}

type Run = Awaited<ReturnType<typeof runOver>>

/** Prints of the story that have to become receipts. */
const countedOf = ({ prints }: Run) => prints.flatMap(({ receipt }) => (receipt === null ? [] : [receipt]))
const countedIn = ({ result }: Run) => result.receipts.map(({ kind, total }) => ({ kind, total }))

/** Files that hold a customer's name as it is. */
const plainNames = (folder: string): string[] =>
  readdirSync(folder, { recursive: true })
    .map((name) => join(folder, String(name)))
    .filter((path) => existsSync(path) && statSync(path).isFile())
    .filter((path) => readFileSync(path).includes('남궁민수'))

test('over TCP: every receipt in the ledger, its points given and taken back, its slip on paper', async () => {
  const run = await runOver(await overTcp(0))
  const { result, printer, folder, steps } = run
  const counted = countedOf(run)
  expect(steps).toEqual(run.prints.map((_, number) => number))
  expect(countedIn(run)).toEqual(counted)
  expect(result.review).toBe(1)
  expect(result.slips.size).toBe(7)

  // 1 % of what was paid, and what was given back takes its points along.
  for (const { total, customer, pointsGiven } of result.receipts) {
    expect(pointsGiven).toBe(customer === null ? 0 : total / 100)
  }
  const first = result.receipts[0]
  const refund = result.receipts.find(({ kind }) => kind === 'refund')
  expect(refund?.customer?.id).toBe(first?.customer?.id)

  const lines = reportLines(result)
  expect(lines[0]).toMatch(/^time +kind +items +won +customer +points +slip$/)
  expect(lines.slice(2, -2)).toHaveLength(counted.length)
  const net = counted.reduce((sum, { total }) => sum + total, 0)
  expect(lines.at(-1)).toContain(`${counted.length} receipts, ${net.toLocaleString('en')} won net`)
  expect(lines.join('\n')).not.toMatch(/김영희|010-?0000|5678/)

  const papers = printer.slips()
  expect(papers).toHaveLength(result.slips.size)
  for (const number of result.slips.values())
    expect(papers.filter((paper) => paper.lines.some((line) => line.includes(number)))).toHaveLength(1)
  expect(plainNames(folder)).toEqual([])
})

test('over a serial line the same', async ({ skip }) => {
  const cable = await layCable()
  if (cable.source.kind !== 'serial') {
    await cable.close()
    skip('socat is not installed: no pair of serial ports')
  }
  const run = await runOver(cable)
  expect(countedIn(run)).toEqual(countedOf(run))
  expect(run.result.slips.size).toBe(7)
  expect(run.printer.slips()).toHaveLength(7)
})
