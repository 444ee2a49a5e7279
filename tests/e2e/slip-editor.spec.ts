import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { papersOf } from '#backend/receipts/paper/papers-of.ts'
import { startTcpTestPrinter } from '../helpers/devices/test-printer.ts'
import { expect, test } from './fixture.ts'
import { saleBytes } from './shop/receipts.ts'
import { ask, openShop } from './shop/shop.ts'

const openEditor = async (page: Page): Promise<void> => {
  await page.keyboard.press('F9')
  await page.getByRole('navigation').getByRole('button', { name: '전표', exact: true }).click()
  await page.getByRole('button', { name: '전표 꾸미기' }).click()
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
    await openEditor(page)
    const preview = page.getByRole('img', { name: '적립 전표 미리보기, 42칸' })
    await expect(preview.getByText('달빛정류장')).toBeVisible()

    // A sentence, with a field and a sign that no printer has: said before anything is sent.
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
    await page.getByRole('button', { name: '시험 인쇄' }).click()
    await expect.poll(lines).toContain('시험 인쇄')
    await page.getByRole('button', { name: '저장', exact: true }).click()
    await expect(page.getByText('모두 저장됐어요')).toBeVisible()

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

test('blocks are moved by drag and by keys, taken out, brought back, and seen on narrow paper', async ({
  app,
  page,
}) => {
  await openShop(app)
  await openEditor(page)
  await expect(page.getByText('처음 모양 그대로예요')).toBeVisible()
  await app.screenshot('slip-editor')
  const rows = page.getByRole('grid', { name: '찍히는 순서' }).getByRole('row')
  const first = async (): Promise<string[]> =>
    (await rows.allInnerTexts()).slice(0, 4).map((text) => text.split('\n')[0] ?? '')
  const begun = await first()
  await rows.nth(2).click()
  await page.keyboard.press('Alt+ArrowUp')
  await expect.poll(first).toEqual([begun[0], begun[2], begun[1], begun[3]])
  await rows.nth(1).dragTo(rows.nth(0), { targetPosition: { x: 80, y: 3 } })
  await expect.poll(first).toEqual([begun[2], begun[0], begun[1], begun[3]])
  await page.getByRole('button', { name: '빼기' }).click()
  await expect.poll(first).not.toContain(begun[2])
  for (let steps = 0; steps < 3; steps += 1) await page.keyboard.press('Control+z')
  await expect.poll(first).toEqual(begun)
  await page.getByText('58mm · 32칸').click()
  await expect(page.getByRole('img', { name: '적립 전표 미리보기, 32칸' })).toBeVisible()
  const axe = await new AxeBuilder({ page }).include('.slip-editor-page').analyze()
  expect(axe.violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([])
})
