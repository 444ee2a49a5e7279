import { expect, test } from './fixture.ts'
import { ask } from './shop/shop.ts'

test('one click into the demo shop: guests, a POS that sells, slips on the screen; and out again', async ({
  app,
  page,
}) => {
  await page.getByRole('button', { name: /체험 매장 둘러보기/ }).click()
  await expect(page.getByRole('combobox', { name: '손님 찾기' })).toBeVisible({ timeout: 30_000 })
  await expect(page.getByText('체험 매장', { exact: true })).toBeVisible()
  const before = (await ask(app, 'receipts.recent', { limit: 1 }))[0]?.id
  await expect
    .poll(async () => (await ask(app, 'receipts.recent', { limit: 1 }))[0]?.id, { timeout: 30_000 })
    .not.toBe(before)
  await app.screenshot('demo')
  await page.keyboard.type('ㄱ')
  await expect(page.getByRole('option').first()).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('article')).toBeVisible()
  await app.screenshot('demo-card')
  await page.keyboard.press('F9')
  await page.getByRole('button', { name: '체험 매장 나가기' }).click()
  await expect(page.getByRole('button', { name: /우리 가게 장부 만들기/ })).toBeVisible()
  expect((await ask(app, 'app.status', {})).phase).toBe('none')
})
