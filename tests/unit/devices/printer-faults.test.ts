import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import { createRandom } from '#backend/devices/simulated/random.ts'
import type { TestPrinter } from '../../helpers/devices/test-printer.ts'
import { until } from '../../helpers/devices/until.ts'
import { printerBench } from './printer-bench.ts'

const random = createRandom(20_261_122)

/** What befalls the printer around one slip. */
const faults: Record<string, (printer: TestPrinter) => void> = {
  none: () => undefined,
  'out of paper before': (printer) => {
    printer.faults.paperOut = true
  },
  'out of paper within': (printer) => {
    printer.faults.paperEndsAfter = printer.printedBytes().length + random.between(1, 20)
  },
  'cover open': (printer) => {
    printer.faults.coverOpen = true
  },
  'gone within': (printer) => {
    printer.faults.goneAfter = printer.printedBytes().length + random.between(1, 20)
  },
  'report lost': (printer) => {
    printer.faults.losesReports = true
  },
}
const befalls = Array.from({ length: 30 }, (_, place) => {
  const names = Object.keys(faults)
  return `${place + 1}: ${names[place < names.length ? place : random.between(0, names.length - 1)]}`
})

test('thirty slips through faults: what is confirmed is there once, nothing is there twice', async () => {
  const bench = printerBench()
  const printer = await bench.withTcpPrinter()
  await bench.print('처음')
  const outcomes: string[] = []
  for (const [place, fault] of befalls.entries()) {
    faults[fault.replace(/^\d+: /, '')]?.(printer)
    const printing = bench.print(`전표${place}끝`)
    const trouble = printer.faults.paperOut || printer.faults.coverOpen
    if (trouble || printer.faults.paperEndsAfter !== null) {
      await until('the trouble to be told', () => bench.status().startsWith('connected printer.'))
      printer.mend()
    }
    outcomes.push(await printing)
    printer.faults.losesReports = false
  }
  const paper = iconv.decode(Buffer.from(printer.printedBytes()), 'cp949')
  const times = befalls.map((_, place) => paper.split(`전표${place}끝`).length - 1)
  const wrong = befalls.filter((_, place) => {
    const count = times[place] ?? 0
    return count > 1 || (outcomes[place] === 'confirmed' && count !== 1) || outcomes[place] === 'sent'
  })
  expect(wrong).toEqual([])
  // Each kind of fault that ends in the dark is told as such, and only those.
  const unknown = befalls.filter((_, place) => outcomes[place] === 'unknown')
  expect(unknown).toEqual(befalls.filter((fault) => /gone within|report lost/.test(fault)))
})
