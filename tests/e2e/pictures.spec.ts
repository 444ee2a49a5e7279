import { existsSync, readFileSync } from 'node:fs'
import { AxeBuilder } from '@axe-core/playwright'
import { expect, type RunningApp, test } from './fixture.ts'
import { saleBytes } from './shop/receipts.ts'
import { ask, openShop } from './shop/shop.ts'

/** A day with a regular's sale and a guest's. */
const aDay = async (app: RunningApp): Promise<void> => {
  const { pos } = await openShop(app)
  await pos.print(saleBytes(1, [['아메리카노(ICE)', 4_500, 3]]))
  await pos.print(saleBytes(2, [['크루아상', 4_200, 1]]))
  await expect.poll(async () => (await ask(app, 'receipts.recent', { limit: 5 })).length).toBe(2)
  const [, first] = await ask(app, 'receipts.recent', { limit: 2 })
  const [regular] = await ask(app, 'customers.search', { query: '1234' })
  await ask(app, 'counter.attach', { receiptId: first?.id ?? 0, customerId: regular?.id ?? 0, print: false })
}

const serious = async (app: RunningApp): Promise<string[]> => {
  const { violations } = await new AxeBuilder({ page: app.page })
    .options({ resultTypes: ['violations'] })
    .analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`))
}

test('the owner reads the day, follows what is left to do, and hides the names', async ({ app, page }) => {
  await aDay(app)
  const nav = page.getByRole('navigation')
  await page.keyboard.press('F9')
  await nav.getByRole('button', { name: '오늘' }).click()
  await expect(page.getByText('단골 1분이 오셨고, 그중 1분은 처음 뵙는 분이에요.')).toBeVisible()
  await expect(page.getByText('매출은 17,700원이에요.')).toBeVisible()
  expect(await serious(app)).toEqual([])
  await nav.getByRole('button', { name: '이름 가리기' }).click()
  await expect(page.getByRole('button', { name: '손님 1 님' })).toBeVisible()
  await expect(page.locator('body')).not.toContainText('박서준')
  await nav.getByRole('button', { name: '이름 보이기' }).click()
  await expect(page.getByRole('button', { name: '박서준 님' })).toBeVisible()
  await page.getByRole('button', { name: '손님 없는 영수증 1건 보기' }).click()
  await expect(page.getByRole('heading', { name: /손님 없는 영수증/ })).toBeVisible()
  await expect(page.getByText('크루아상')).toBeVisible()
})

test('a picture as a table, as a file, and the receipts behind it; the month as two pages of PDF', async ({
  app,
  page,
}) => {
  await aDay(app)
  const nav = page.getByRole('navigation')
  await page.keyboard.press('F9')
  await nav.getByRole('button', { name: '그림', exact: true }).click()
  await expect(page.getByRole('img', { name: /매출.*17,700원/ })).toBeVisible()
  expect(await serious(app)).toEqual([])
  await page.getByRole('button', { name: '매출 그림 파일로 저장' }).click()
  const saved = page.locator('.toast small')
  await expect(saved).toContainText('.png')
  expect(
    readFileSync((await saved.innerText()).trim())
      .subarray(1, 4)
      .toString(),
  ).toBe('PNG')
  await page.getByRole('button', { name: '매출 표로 보기' }).click()
  await page
    .getByRole('row', { name: /17,700원/ })
    .getByRole('button')
    .click()
  await expect(page.getByText('아메리카노(ICE)')).toBeVisible()
  await nav.getByRole('button', { name: '그림', exact: true }).click()
  await page.getByRole('button', { name: '월간 보고서' }).click()
  await expect(page.getByText(/영수증 2건, 모두 17,700원을 팔았어요/)).toBeVisible()
  expect(await serious(app)).toEqual([])
  await page.getByRole('button', { name: 'PDF로 저장' }).click()
  await expect(page.locator('.toast small')).toContainText('.pdf')
  const path = (await page.locator('.toast small').innerText()).trim()
  expect(existsSync(path)).toBe(true)
  const pdf = readFileSync(path).toString('latin1')
  expect(pdf.slice(0, 5)).toBe('%PDF-')
  expect(pdf.match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(2)
})
