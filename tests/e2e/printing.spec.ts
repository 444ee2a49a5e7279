import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { startTcpTestPrinter, type TestPrinter } from '../helpers/devices/test-printer.ts'
import { expect, type RunningApp, test } from './fixture.ts'
import { saleBytes } from './shop/receipts.ts'
import { ask, openShop } from './shop/shop.ts'

/** At the sizes of a counter PC, and dark. */
const looks = async (app: RunningApp, page: Page, name: string): Promise<void> => {
  await app.screenshot(`${name}-1024`)
  await page.setViewportSize({ width: 1366, height: 768 })
  await app.screenshot(`${name}-1366`)
  await page.emulateMedia({ colorScheme: 'dark' })
  await app.screenshot(`${name}-dark`)
  await page.emulateMedia({ colorScheme: 'light' })
  await page.setViewportSize({ width: 1024, height: 768 })
}

/** What the printer itself has on paper, drawn in the window. */
const drawPaper = (page: Page, printer: TestPrinter): Promise<void> =>
  page.evaluate((markup) => {
    const drawn = new DOMParser().parseFromString(markup, 'image/svg+xml').documentElement
    document.body.replaceChildren(document.importNode(drawn, true))
  }, printer.picture(42))

test('paper ends in the middle of a slip: the sentence, the queue, paper in, each slip once; copies bear their number', async ({
  app,
  page,
}) => {
  const printer = await startTcpTestPrinter()
  try {
    const { pos } = await openShop(app)
    const net = { id: 'net', name: '계산대 프린터', enabled: true, columns: 42 } as const
    await ask(app, 'printers.save', {
      ...net,
      kind: 'tcp',
      host: '127.0.0.1',
      port: printer.port,
      held: true,
    })

    printer.faults.paperEndsAfter = 200
    await pos.print(saleBytes(1, [['아메리카노(ICE)', 4_500, 2]]))
    await expect(page.getByText('이 영수증은 90점 적립이에요')).toBeVisible()
    await page.keyboard.type('1234')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('button', { name: /적립하고 전표 인쇄/ })).toBeVisible()
    await page.keyboard.press('Enter')
    await expect(page.getByText('적립했어요').first()).toBeVisible()
    await expect(page.getByText('프린터에 종이가 없어요. 종이를 넣어 주세요.')).toBeVisible()
    await looks(app, page, 'printing-counter')

    const [sale] = await ask(app, 'receipts.recent', { limit: 1 })
    const customerId = sale?.customer?.id ?? 0
    const another = async (number: number): Promise<string> => {
      await pos.print(saleBytes(number, [['샌드위치', 6_500, 1]]))
      await expect.poll(async () => (await ask(app, 'counter.today', {})).receipts).toBe(number)
      const [receipt] = await ask(app, 'receipts.recent', { limit: 1 })
      const given = { receiptId: receipt?.id ?? 0, customerId, print: true }
      return (await ask(app, 'counter.attach', given)).slip?.number ?? ''
    }
    const second = await another(2)
    const third = await another(3)

    await page.keyboard.press('F9')
    await page.getByRole('navigation').getByRole('button', { name: '전표', exact: true }).click()
    await expect(page.getByText('3장 기다림')).toBeVisible()
    await expect(page.getByText('인쇄하다 멈췄어요')).toBeVisible()
    await expect(page.getByText('앞 전표 다음 차례예요')).toHaveCount(2)
    await looks(app, page, 'printing-queue')
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([])

    await page.getByRole('button', { name: `지우기 ${second}` }).click()
    await expect(page.getByText('2장 기다림')).toBeVisible()
    printer.mend()
    await expect(page.getByText('기다리는 전표가 없어요')).toHaveCount(2)
    const numbers = (): string[] =>
      printer.slips().flatMap((lines) => lines.filter((line) => line.includes('전표 번호')))
    expect(numbers()).toEqual([expect.stringContaining('-0001'), expect.stringContaining(third)])
    await expect(page.getByText('프린터에 종이가 없어요. 종이를 넣어 주세요.')).toBeHidden()

    // The printer loses its power within the next one: nobody knows, and people are asked.
    printer.faults.powerEndsAfter = printer.receivedBytes() + 100
    const fourth = await another(4)
    await expect(page.getByRole('heading', { name: '나왔는지 모르는 전표' })).toBeVisible()
    await looks(app, page, 'printing-unclear')
    await printer.power(true)
    // It is told at the counter, too, and leads back here.
    await page.keyboard.press('F9')
    await expect(page.getByText('나왔는지 모르는 전표가 1장 있어요.')).toBeVisible()
    await page.getByRole('alert').getByRole('button', { name: '전표' }).click()
    await page.getByRole('button', { name: `다시 출력 ${fourth}` }).click()
    await expect(page.getByRole('heading', { name: '나왔는지 모르는 전표' })).toBeHidden()
    await expect.poll(() => numbers().at(-1)).toContain(fourth)
    expect(printer.slips().at(-1)?.join('\n')).toMatch(/재출력[\s\S]*전표 번호/)
    expect(numbers()).toHaveLength(3)

    await drawPaper(page, printer)
    await page.locator('svg').screenshot({ path: await app.screenshot('printing-paper') })
  } finally {
    await printer.close()
  }
})
