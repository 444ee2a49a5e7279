import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { papersOf } from '#backend/receipts/paper/papers-of.ts'
import { startTcpTestPrinter } from '../helpers/devices/test-printer.ts'
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

test('the owner puts a sentence and a QR code on the earn slip, sees them, and the printer’s bytes say so', async ({
  app,
  page,
}) => {
  const printer = await startTcpTestPrinter()
  try {
    const { pos } = await openShop(app)
    const net = { id: 'net', name: '계산대 프린터', enabled: true, columns: 42, kind: 'tcp' } as const
    await ask(app, 'printers.remove', { id: 'screen' })
    await ask(app, 'printers.save', { ...net, host: '127.0.0.1', port: printer.port, held: true })
    const printed = () => papersOf(printer.printedBytes(), 'cp949')
    const lines = () => printed().flatMap((paper) => paper.lines.map((line) => line.text.trim()))

    await page.keyboard.press('F9')
    await page.getByRole('navigation').getByRole('button', { name: '전표', exact: true }).click()
    await page.getByRole('button', { name: '전표 꾸미기' }).click()
    const blocks = page.getByRole('grid', { name: '찍히는 순서' })
    const preview = page.getByRole('img', { name: '적립 전표 미리보기, 42칸' })
    await expect(preview.getByText('달빛정류장')).toBeVisible()
    await expect(page.getByText('처음 모양 그대로예요')).toBeVisible()
    await looks(app, page, 'slip-editor')

    // A sentence, with a field and a sign that no printer has: said before anything is sent.
    await blocks.getByRole('row').last().click()
    await page.getByRole('button', { name: '넣기', exact: true }).click()
    await page.getByRole('menuitem', { name: '글', exact: true }).click()
    const words = page.getByRole('textbox', { name: '내용' })
    await words.fill('☕ 다음 주는 쉬어요, ')
    await page.getByRole('button', { name: '칸 넣기' }).click()
    await page.getByRole('menuitem', { name: '고객 이름' }).click()
    await expect(words).toHaveValue('☕ 다음 주는 쉬어요, {고객 이름}')
    await expect(page.getByText('프린터에 없는 글자예요: ‘☕’ 대신 ‘□’ 모양으로 찍혀요.')).toBeVisible()
    await app.screenshot('slip-editor-trouble')
    await words.fill('다음 주는 쉬어요, {고객 이름} 님')
    await expect(preview.getByText('다음 주는 쉬어요, 김*희 님')).toBeVisible()

    await page.getByRole('button', { name: '넣기', exact: true }).click()
    await page.getByRole('menuitem', { name: 'QR 코드' }).click()
    await page.getByRole('textbox', { name: '찍으면 열릴 주소나 내용' }).fill('https://example.com/menu')

    // By drag to the top, and back by one key; by keys one up; taken back.
    const sentence = blocks.getByRole('row', { name: '다음 주는 쉬어요, {고객 이름} 님' })
    const place = async (): Promise<number> =>
      (await blocks.getByRole('row').allTextContents()).findIndex((text) => text.includes('다음 주는'))
    const before = await place()
    await sentence.scrollIntoViewIfNeeded()
    await sentence.click()
    await page.keyboard.press('Alt+ArrowUp')
    await expect.poll(place).toBe(before - 1)
    await sentence.dragTo(blocks.getByRole('row', { name: '{맺음말}' }), { targetPosition: { x: 60, y: 4 } })
    await expect.poll(place).toBeLessThan(before - 1)
    await page.keyboard.press('Control+z')
    await expect.poll(place).toBe(before - 1)

    await page.getByText('58mm · 32칸').click()
    await expect(page.getByRole('img', { name: '적립 전표 미리보기, 32칸' })).toBeVisible()
    await page.getByRole('button', { name: '시험 인쇄' }).click()
    await expect.poll(lines).toContain('시험 인쇄')
    await page.getByRole('button', { name: '저장', exact: true }).click()
    await expect(page.getByText('모두 저장됐어요')).toBeVisible()
    const axe = await new AxeBuilder({ page }).include('.slip-editor-page').analyze()
    expect(axe.violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([])

    // A real sale on the real way.
    const [person] = await ask(app, 'customers.search', { query: '1234' })
    await pos.print(saleBytes(1, [['아메리카노(ICE)', 4_500, 2]]))
    await expect.poll(async () => (await ask(app, 'counter.today', {})).receipts).toBe(1)
    const [receipt] = await ask(app, 'receipts.recent', { limit: 1 })
    await ask(app, 'counter.attach', {
      receiptId: receipt?.id ?? 0,
      customerId: person?.id ?? 0,
      print: true,
    })
    await expect.poll(lines).toContain('다음 주는 쉬어요, 박*준 님')
    expect(printed().flatMap((paper) => paper.codes)).toContainEqual(
      expect.objectContaining({ symbology: 'QR', text: 'https://example.com/menu' }),
    )
  } finally {
    await printer.close()
  }
})
