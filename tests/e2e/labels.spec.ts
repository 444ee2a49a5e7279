import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { printedMarks, readCode } from '../helpers/read-codes.ts'
import { expect, type RunningApp, test } from './fixture.ts'
import { saleBytes } from './shop/receipts.ts'
import { ask, passphrase } from './shop/shop.ts'

test.use({ viewport: { width: 1366, height: 768 } })

/** The system's dialog cannot be answered by a test: what would go to the printer is kept as PDF instead. */
const catchPrints = async (app: RunningApp): Promise<void> =>
  app.evaluate(({ BrowserWindow }) => {
    const page = BrowserWindow.getAllWindows()[0]?.webContents
    if (page === undefined) throw new Error('No window')
    const keep = async (): Promise<void> => {
      const pdf = await page.printToPDF({ printBackground: true, preferCSSPageSize: true, pageSize: 'A4' })
      Object.assign(globalThis, { printedPdf: Buffer.from(pdf).toString('latin1') })
    }
    page.print = (_options, ended) => {
      keep().then(
        () => ended?.(true, ''),
        (error: unknown) => ended?.(false, String(error)),
      )
    }
  }, null)
const printed = (app: RunningApp): Promise<string> =>
  app.evaluate(() => String(Reflect.get(globalThis, 'printedPdf') ?? ''), null)

/** Sizes of the pages of a PDF, in points. */
const pageSizes = (pdf: string): string[] =>
  Array.from(pdf.matchAll(/\/MediaBox ?\[([\d. ]+)\]/g), ([, box]) => box ?? '')

/** Thirteen regulars, some of them with names and addresses that hardly fit. */
const people = [
  '김영희',
  '남궁민수',
  '박서준',
  '이철',
  '황보관우',
  '선우은숙',
  '제갈량현준',
  'Alexandra Montgomery-Featherstone',
  '최다은',
  '정하늘',
  '강산',
  '윤슬',
  '한여름',
]

/** A shop with its regulars, of whom one was here today; the office is open. */
const shop = async (app: RunningApp, page: Page, where: string): Promise<void> => {
  const { recoveryCode } = await ask(app, 'ledger.create', { shopName: '달빛정류장', passphrase })
  await ask(app, 'ledger.confirmRecovery', { recoveryCode })
  for (const [index, name] of people.entries())
    await ask(app, 'customers.join', {
      name,
      phone: `010-0000-${5601 + index}`,
      consent: { required: true, marketing: false },
    })
  await ask(app, 'sources.importFile', {
    name: 'pos.bin',
    base64: Buffer.from(saleBytes(1, [['라떼', 5_000, 2]])).toString('base64'),
    encoding: 'cp949',
  })
  const [receipt] = await ask(app, 'receipts.recent', { limit: 1 })
  const [first] = await ask(app, 'customers.search', { query: '5601' })
  await ask(app, 'counter.attach', {
    receiptId: receipt?.id ?? 0,
    customerId: first?.id ?? 0,
    print: false,
  })
  await page.getByRole('button', { name: /사무실/ }).click()
  await page.getByRole('button', { name: where, exact: true }).click()
}

/** What stands on the first sheet, measured by the browser: texts that reach over their label's edge, and its codes. */
const measured = (page: Page) =>
  page.evaluate(() => {
    const labels = [...document.querySelectorAll<SVGGElement>('.paper-page:first-child .paper-label')]
    const outside = labels.flatMap((label) => {
      const edge = label.querySelector<SVGRectElement>('.edge')?.getBBox()
      return [...label.querySelectorAll('text')].flatMap((text) => {
        const box = text.getBBox()
        const inside =
          edge !== undefined &&
          box.x >= edge.x &&
          box.x + box.width <= edge.x + edge.width &&
          box.y >= edge.y - 0.6 &&
          box.y + box.height <= edge.y + edge.height + 0.6
        return inside ? [] : [text.textContent]
      })
    })
    const codes = labels.map((label) => ({
      digits: [...label.querySelectorAll('text')].at(-1)?.textContent ?? '',
      paths: [...label.querySelectorAll('path')].map((path) => ({
        kind: path.dataset['code'] ?? '',
        d: path.getAttribute('d') ?? '',
      })),
    }))
    return { outside, codes }
  })

/** Reads a drawn code as a scanner would: its rectangles laid down by a printer of 600 dots an inch. */
const scanned = (d: string, kind: string): string => {
  const boxes = Array.from(
    d.matchAll(/M([\d.]+) ([\d.]+)h([\d.]+)v([\d.]+)/g),
    ([, x, y, width, height]) => ({
      x: Number(x),
      y: Number(y),
      width: Number(width),
      height: Number(height),
    }),
  )
  const [left, top] = [Math.min(...boxes.map(({ x }) => x)), Math.min(...boxes.map(({ y }) => y))]
  const right = Math.max(...boxes.map(({ x, width }) => x + width))
  const bottom = Math.max(...boxes.map(({ y, height }) => y + height))
  const area = { x: left - 4, y: top - 4, width: right - left + 8, height: bottom - top + 8 }
  const marks = boxes.map(({ x, y, width, height }) => ({
    is: 'bars' as const,
    x,
    y,
    module: width,
    height,
    widths: [1],
  }))
  return readCode(printedMarks(marks, area), kind === 'bars' ? 'bars' : 'qr')
}

test('everybody but one gets a card: the begun sheet goes on, each code can be read, nothing is cut', async ({
  app,
  page,
}) => {
  await shop(app, page, '고객')
  await page.getByRole('checkbox', { name: '모두 선택' }).click()
  await page.locator('.ag-row[row-index="0"] .ag-cell[col-id="pick"]').click()
  await page.getByRole('button', { name: '라벨', exact: true }).click()
  await expect(page.getByText('고객 12명을 골랐어요.')).toBeVisible()
  await page.getByLabel('왜 인쇄하나요?').fill('새 회원카드')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: '인쇄 (2장)' })).toBeEnabled()
  await app.screenshot('labels-cards')

  const cards = await measured(page)
  expect(cards.outside).toEqual([])
  expect(cards.codes).toHaveLength(10)
  for (const { digits, paths } of cards.codes) {
    expect(paths.map(({ kind }) => kind)).toEqual(['bars', 'qr'])
    for (const { d, kind } of paths) expect(scanned(d, kind)).toBe(digits)
  }

  // A begun sheet: three places are used up.
  await page.locator('.first-places g').nth(2).click()
  await page.getByRole('button', { name: '한 칸 뒤로' }).click()
  await expect(page.getByText('4번째 칸', { exact: true })).toBeVisible()
  await expect(page.locator('.paper-page').first().locator('.paper-label')).toHaveCount(7)
  await catchPrints(app)
  await page.getByRole('button', { name: '인쇄 (2장)' }).click()
  await expect(page.getByText('프린터로 보냈어요.')).toBeVisible()
  const sizes = pageSizes(await printed(app))
  expect(sizes).toHaveLength(2)
  // A4 in points, to the pixel that browsers round to.
  for (const size of sizes) {
    const [, , width = 0, height = 0] = size.trim().split(/\s+/).map(Number)
    expect(Math.abs(width - 595.28)).toBeLessThan(1)
    expect(Math.abs(height - 841.89)).toBeLessThan(1)
  }
  await page.emulateMedia({ media: 'print' })
  const box = await page.locator('.paper-page').first().boundingBox()
  // 210 mm at 96 pixels an inch.
  expect(box?.width).toBeCloseTo(793.7, 0)
  await page.emulateMedia({ media: null })

  // 3 + 12 labels on sheets of ten: the next ones begin in the sixth place.
  await page.getByRole('button', { name: '돌아가기' }).click()
  expect(await ask(app, 'labels.sheets', {})).toMatchObject([{ stock: 'cards', next: 5 }])
  const [entry] = await ask(app, 'access.list', { limit: 5, action: 'print' })
  expect(entry).toMatchObject({ method: 'labels.people', people: 12 })
})

test('the day’s list goes to the printer with the last digits only, and whole with a reason', async ({
  app,
  page,
}) => {
  await shop(app, page, '오늘')
  await page.getByRole('button', { name: '손님 목록 인쇄' }).click()
  await expect(page.getByRole('heading', { name: '손님 목록', exact: true })).toBeVisible()
  const sheets = page.locator('.paper-page')
  const list = page.locator('.paper-pages')
  for (const part of ['생일 손님', '다녀가신 손님', '전화할 손님']) await expect(list).toContainText(part)
  await expect(list).toContainText('****-')
  await app.screenshot('labels-day')
  const { violations } = await new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).analyze()
  expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([])
  await catchPrints(app)
  const count = await sheets.count()
  await page.getByRole('button', { name: `인쇄 (${count}장)` }).click()
  await expect(page.getByText('프린터로 보냈어요.')).toBeVisible()
  expect(pageSizes(await printed(app))).toHaveLength(count)
  await page.getByLabel('전화번호를 모두 넣는 까닭').fill('안부 전화')
  await page.keyboard.press('Enter')
  await expect(page.getByText('전화번호가 모두 들어 있어요.', { exact: false })).toBeVisible()
  await expect(list).toContainText('010-')
})
