// `npm run bench:frames [-- --built]`: how the customers' sheet scrolls, 50,000 people in it, in the built app.
// Frames depend on the machine and on what else it does: recorded, not asserted.
import { cpSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { build } from '../../../dev/build.ts'
import { RunningApp } from '../../e2e/fixture.ts'
import { benchTable } from '../report.ts'
import { type Measured, measured } from '../row.ts'
import { madeShop, passphrase } from '../shop/cache.ts'
import { shopPlan } from '../shop/plan.ts'
import { percentile } from '../statistics.ts'

const root = join(import.meta.dirname, '../../..')
const customers = 50_000
const conditions = '50,000 customers, 110,000 receipts, 1366×768'

/** Milliseconds between frames while the rows are scrolled down by hand, and until rows are there after a jump. */
const scrolled = async (page: Page): Promise<{ readonly frames: number[]; readonly jump: number }> => {
  await page.locator('.ag-cell[col-id="name"]').nth(3).hover()
  const frames = page.evaluate(
    () =>
      new Promise<number[]>((resolve) => {
        const took: number[] = []
        let last = performance.now()
        const next = (now: number): void => {
          took.push(now - last)
          last = now
          if (took.length < 300) requestAnimationFrame(next)
          else resolve(took)
        }
        requestAnimationFrame(next)
      }),
  )
  for (let turn = 0; turn < 120; turn += 1) await page.mouse.wheel(0, 300)
  const took = await frames
  await page.locator('.ag-cell[col-id="name"]').nth(3).click()
  const start = performance.now()
  await page.keyboard.press('Control+End')
  await page.waitForFunction(() =>
    [...document.querySelectorAll('.ag-cell[col-id="name"]')].some(
      (cell) =>
        Number(cell.closest('.ag-row')?.getAttribute('row-index')) > 49_000 && cell.textContent !== '',
    ),
  )
  return { frames: took, jump: performance.now() - start }
}

const run = async (): Promise<Measured[]> => {
  const cache = join(root, '.demo/bench')
  mkdirSync(cache, { recursive: true })
  const shop = await madeShop(cache, { ...shopPlan(110_000), customers })
  const app = new RunningApp({ viewport: { width: 1366, height: 768 }, colorScheme: 'light' }, false)
  try {
    cpSync(shop.folder, app.dataFolder, { recursive: true })
    const page = await app.start()
    await app.call('ledger.unlock', { passphrase })
    await page.getByRole('button', { name: /사무실/ }).click()
    await page.getByRole('button', { name: '고객', exact: true }).click()
    await page.locator('.ag-cell[col-id="name"]').first().waitFor()
    const { frames, jump } = await scrolled(page)
    const row = (name: string, value: number): Measured =>
      measured(false, { name, conditions, value, unit: 'ms' })
    return [
      row('scrolling, a frame, p50', percentile(frames, 0.5)),
      row('scrolling, a frame, p95', percentile(frames, 0.95)),
      row('a jump to the end until rows are there', jump),
    ]
  } finally {
    await app.dispose()
  }
}

const trouble = process.argv.includes('--built') ? null : build()
if (trouble !== null) throw new Error(`The app could not be built:\n${trouble}`)
console.log(benchTable(await run()).join('\n'))
