import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import { createRandom } from '#backend/devices/simulated/random.ts'
import type { TestPrinter } from '../../helpers/devices/test-printer.ts'
import { until } from '../../helpers/devices/until.ts'
import { printerBench } from './printer-bench.ts'

const random = createRandom(20_261_122)

/** What befalls the printer around one slip. */
const faults: Record<string, (printer: TestPrinter) => void | Promise<void>> = {
  none: () => undefined,
  'out of paper before': (printer) => {
    printer.faults.paperOut = true
  },
  'out of paper within': (printer) => {
    printer.faults.paperEndsAfter = printer.receivedBytes() + random.between(1, 20)
  },
  'cover open': (printer) => {
    printer.faults.coverOpen = true
  },
  'cover opens within': (printer) => {
    printer.faults.coverOpensAfter = printer.receivedBytes() + random.between(1, 20)
  },
  'power off before': (printer) => printer.power(false),
  'power lost within': (printer) => {
    printer.faults.powerEndsAfter = printer.receivedBytes() + random.between(1, 20)
  },
  'gone within': (printer) => {
    printer.faults.goneAfter = printer.receivedBytes() + random.between(1, 20)
  },
  'report lost': (printer) => {
    printer.faults.losesReports = true
  },
  'half a report': (printer) => {
    printer.faults.halfReports = true
  },
  'answers lost': (printer) => {
    printer.faults.losesAnswers = random.between(1, 4)
  },
  'answers garbled': (printer) => {
    printer.faults.garblesAnswers = random.between(1, 6)
  },
  'half of the questions known': (printer) => {
    printer.faults.knowsOnly = [1, 4]
  },
  slow: (printer) => {
    printer.faults.slowMs = random.between(5, 40)
  },
}
const befalls = Array.from({ length: 30 }, (_, place) => {
  const names = Object.keys(faults)
  if (place < names.length) return names[place] ?? ''
  // Each kind once; those in which answers are waited for in vain take long.
  const quick = names.filter((name) => !/answers lost|half|report/.test(name))
  return quick[random.between(0, quick.length - 1)] ?? ''
})
/** These end in the dark, and only these. */
const dark = (fault: string): boolean => /within$|report/.test(fault) && !/paper|cover/.test(fault)
const toldAsTrouble = /paper|cover|power off/

const mendAll = async (printer: TestPrinter): Promise<void> => {
  Object.assign(printer.faults, { losesReports: false, halfReports: false, knowsOnly: null, slowMs: 0 })
  Object.assign(printer.faults, { losesAnswers: 0, garblesAnswers: 0 })
  await printer.power(true)
  printer.mend()
}

test('thirty slips through faults: what is confirmed is there once, nothing is there twice', async () => {
  const bench = printerBench()
  const printer = await bench.withTcpPrinter()
  await bench.print('처음')
  const outcomes: string[] = []
  for (const [place, fault] of befalls.entries()) {
    await faults[fault]?.(printer)
    const printing = bench.print(`전표${place}끝`)
    if (toldAsTrouble.test(fault)) {
      await until('the trouble to be told', () => bench.status().includes(' printer.'))
      await mendAll(printer)
    }
    outcomes.push(await printing)
    await mendAll(printer)
  }
  const paper = iconv.decode(Buffer.from(printer.printedBytes()), 'cp949')
  const times = befalls.map((_, place) => paper.split(`전표${place}끝`).length - 1)
  const wrong = befalls.filter((_, place) => {
    const count = times[place] ?? 0
    return count > 1 || (outcomes[place] === 'confirmed' && count !== 1) || outcomes[place] === 'sent'
  })
  expect(wrong).toEqual([])
  expect(befalls.map((fault, place) => [fault, outcomes[place]])).toEqual(
    befalls.map((fault) => [fault, dark(fault) ? 'unknown' : 'confirmed']),
  )
})
