import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { slipSvg } from '#backend/slips/slip-svg.ts'
import { build } from '../build.ts'
import { findChromium } from '../chromium.mjs'
import { layCable } from './cable.ts'
import { drawCounter } from './counter-picture.ts'
import { DemoError } from './demo-error.ts'
import { type PaperPrinter, startPaperPrinter } from './paper-printer.ts'
import { type Pos, startPos } from './pos.ts'
import type { Progress } from './progress.ts'
import { reportLines } from './report.ts'
import { type DemoResult, runStory } from './run.ts'
import { openDemoShop } from './shop.ts'
import { drawSlip } from './slip-picture.ts'
import { type Print, story } from './story.ts'

export interface DemoParts {
  /** Where the pictures are left; made when it is missing. */
  readonly folder: string
  readonly progress: Progress
  readonly say: (line: string) => void
  /** Hears of everything that has to be undone, whatever happens; undone latest first. */
  readonly later: (undo: () => void | Promise<void>) => void
}

const passphrase = 'demo: nothing in here is worth keeping'

/** The whole demo. @throws DemoError with one sentence. */
export const demo = async ({ folder, progress, say, later }: DemoParts): Promise<void> => {
  mkdirSync(folder, { recursive: true })
  const userData = mkdtempSync(join(folder, 'run-'))
  later(() => rmSync(userData, { recursive: true, force: true }))
  const cable = await layCable()
  later(() => cable.close())
  const printer = await startPaperPrinter()
  later(() => printer.close())
  const now = Date.now()
  const { prints, last } = story(now)
  const pos = await startPos(cable, now)
  later(() => pos.stop())
  say(`POS      a process of its own, ${cable.words}`)
  say(`printer  TCP 127.0.0.1:${printer.port}`)

  const dataFolder = join(userData, 'data')
  const shop = await openDemoShop({ dataFolder, passphrase, cable, printerPort: printer.port })
  let result: DemoResult
  try {
    say('ledger   new, encrypted (SQLCipher), with its journal\n')
    result = await runStory({
      shop,
      pos,
      printer,
      prints,
      progress: (number, print) => progress.show(`${number + 1}/${prints.length}  ${print.words}`),
    })
  } finally {
    await shop.close()
  }
  progress.done()
  for (const line of reportLines(result)) say(line)
  say('')
  await pictures({ folder, userData, printer, pos, last, number: prints.length, progress, say, later })
}

interface PictureParts {
  readonly folder: string
  readonly userData: string
  readonly printer: PaperPrinter
  readonly pos: Pos
  readonly last: Print
  readonly number: number
  readonly progress: Progress
  readonly say: DemoParts['say']
  readonly later: DemoParts['later']
}

const pictures = async (parts: PictureParts): Promise<void> => {
  const { folder, userData, printer, pos, last, number, progress, say, later } = parts
  for (const old of ['slip.png', 'slip.svg', 'counter.png']) rmSync(join(folder, old), { force: true })
  const slip = printer.slips().at(-1)
  if (slip === undefined) throw new DemoError('No slip came out of the printer.')
  const svg = slipSvg(slip.bytes, 42)
  const browser = findChromium()
  if (browser === null) {
    const file = join(folder, 'slip.svg')
    writeFileSync(file, svg)
    say(`slip     ${file}`)
    say(
      'There is no Chromium, Chrome or Edge here to draw with: no PNG of the slip, none of the counter screen.',
    )
    return
  }
  progress.show('drawing the slip')
  await drawSlip(browser, svg, join(folder, 'slip.png'))
  progress.show('building the app for the counter screen')
  const trouble = build()
  if (trouble !== null) throw new DemoError(`The app could not be built:\n${trouble}`)
  progress.show('opening the counter screen; the POS sells on')
  const file = join(folder, 'counter.png')
  await drawCounter({ userData, passphrase, pos, last, number, file, later })
  progress.done()
  say(`slip     ${join(folder, 'slip.png')}`)
  say(`counter  ${file}`)
}
