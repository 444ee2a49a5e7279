import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { createPaperWriter } from '#backend/devices/simulated/paper-writer.ts'
import { expect, test } from './fixture.ts'
import { ask, openShop } from './shop/shop.ts'

const serious = async (page: Page): Promise<string[]> => {
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id }) => id)
}

/** A receipt that bears neither a number nor seconds: nothing tells two of them apart. */
const plainBytes = (title: string, name: string, amount: string, clock: string): Uint8Array =>
  createPaperWriter()
    .raw(0x1b, 0x40)
    .centred(title)
    .line('달빛정류장')
    .line(`${new Date(Date.now() + 9 * 3_600_000).toISOString().slice(0, 10)} ${clock}`)
    .rule()
    .line('상품명              단가  수량      금액')
    .rule()
    .line(`${name.padEnd(14, ' ')}  ${amount.replace('-', '')}     1    ${amount}`)
    .rule()
    .row('합계금액', amount)
    .row('현금', amount)
    .cut()
    .bytes()

test('what nothing tells apart is asked about, a refund is joined to its sale, and every answer can be taken back', async ({
  app,
  page,
}) => {
  const { pos } = await openShop(app)
  const noodles = plainBytes('영수증', '칼국수', '9,000', '00:10')
  await pos.print(noodles)
  await pos.print(noodles)
  await page.getByRole('button', { name: '확인 필요 1건' }).click()
  const question = page.getByRole('heading', { name: '같은 영수증이 두 번 나왔나요, 두 번 팔았나요?' })
  await expect(question).toBeVisible()
  await expect(page.getByRole('region', { name: '인쇄된 종이' })).toHaveCount(2)
  await app.screenshot('asking-repeat-1024')
  expect.soft(await serious(page)).toEqual([])
  await page.setViewportSize({ width: 1366, height: 768 })
  await app.screenshot('asking-repeat-1366')
  const receipts = async () => (await ask(app, 'receipts.recent', { limit: 10 })).length
  expect(await receipts()).toBe(2)
  await page.getByRole('button', { name: '한 번 팔았어요 (두 번 인쇄)' }).click()
  await expect(page.getByText('확인할 종이가 없어요')).toBeVisible()
  expect(await receipts()).toBe(1)
  await app.screenshot('asking-repeat-answered')
  await page.keyboard.press('F8')
  await expect(question).toBeVisible()
  expect(await receipts()).toBe(2)
  await page.getByRole('button', { name: /^두 번 팔았어요/ }).click()
  await expect(page.getByText('확인할 종이가 없어요')).toBeVisible()

  // A part of one of them is given back: the paper does not say of which.
  await pos.print(plainBytes('반품영수증', '김치 추가', '-1,000', '00:20'))
  await expect(page.getByRole('heading', { name: '어느 판매를 돌려준 건가요?' })).toBeVisible()
  const sales = page.getByRole('list', { name: '돌려줄 수 있는 판매' }).getByRole('listitem')
  await expect(sales).toHaveCount(2)
  await app.screenshot('asking-refund-1366')
  await page.setViewportSize({ width: 1024, height: 768 })
  await app.screenshot('asking-refund-1024')
  expect.soft(await serious(page)).toEqual([])
  await sales.first().getByRole('button').click()
  await expect(page.getByText('확인할 종이가 없어요')).toBeVisible()

  await page.getByRole('button', { name: '정리한 종이 보기' }).click()
  const settled = page.getByRole('list', { name: '정리한 종이' }).getByRole('listitem')
  await expect(settled).toHaveCount(2)
  await app.screenshot('asking-settled')
  expect.soft(await serious(page)).toEqual([])
  await settled.filter({ hasText: '판매를 골랐어요' }).getByRole('button').click()
  await expect(settled).toHaveCount(1)
  await page.getByRole('button', { name: '확인 필요로 돌아가기' }).click()
  await expect(page.getByRole('heading', { name: '어느 판매를 돌려준 건가요?' })).toBeVisible()
})
