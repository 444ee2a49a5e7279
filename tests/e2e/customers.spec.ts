import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, type RunningApp, test } from './fixture.ts'
import { saleBytes } from './shop/receipts.ts'
import { ask, openShop } from './shop/shop.ts'

const sizes = [
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
  { width: 1024, height: 768 },
]

/** At the sizes of office and counter; the last one stays. */
const pictures = async (app: RunningApp, page: Page, name: string): Promise<void> => {
  for (const size of sizes) {
    await page.setViewportSize(size)
    await app.screenshot(`${name}-${size.width}`)
  }
}

/** What axe-core calls serious or critical. */
const serious = async (page: Page): Promise<string[]> => {
  const { violations } = await new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).analyze()
  return violations
    .filter((one) => one.impact === 'serious' || one.impact === 'critical')
    .flatMap((one) => one.nodes.map((node) => `${one.id}: ${node.target.join(' ')}`))
}

const people = [
  { name: '김영희', phone: '010-0000-5678' },
  { name: '김영히', phone: '016-000-5678' },
  { name: '박서준', phone: '010-0000-1234' },
]

/** From the sheet of customers to somebody's page. */
const openPage = async (page: Page, name: string): Promise<void> => {
  await page.getByRole('navigation').getByRole('button', { name: '고객', exact: true }).click()
  await page.getByRole('gridcell', { name, exact: true }).dblclick()
  await expect(page.getByRole('heading', { name: `${name} 님`, level: 1 })).toBeVisible()
}

test('one customer: facts in place, own fields, consents, story, receipts that move, and an entry joined and parted', async ({
  app,
  page,
}) => {
  const { pos } = await openShop(app, people)
  const [younghee] = await ask(app, 'customers.search', { query: '김영희' })
  const customerId = younghee?.id ?? 0
  for (const number of [1, 2]) {
    await pos.print(saleBytes(number, [['아이스 아메리카노', 4_500, number]]))
    await expect.poll(async () => (await ask(app, 'receipts.recent', { limit: 5 })).length).toBe(number)
    const [receipt] = await ask(app, 'receipts.recent', { limit: 1 })
    await ask(app, 'counter.attach', { receiptId: receipt?.id ?? 0, customerId, print: false })
  }
  await page.keyboard.press('F9')
  await openPage(page, '김영희')

  await page.getByRole('button', { name: '알레르기 고치기' }).click()
  await page.getByRole('textbox', { name: '알레르기' }).fill('땅콩')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('note')).toContainText('땅콩')
  await page.getByRole('button', { name: '생일 고치기' }).click()
  await page.getByText('음력').click()
  await page.getByRole('textbox', { name: '월', exact: true }).fill('4')
  await page.getByRole('textbox', { name: '일', exact: true }).fill('8')
  await page.keyboard.press('Enter')
  await expect(page.getByText('음력 4월 8일')).toBeVisible()
  await page.keyboard.press('F8')
  await expect(page.getByText('음력 4월 8일')).toBeHidden()

  await page.getByRole('button', { name: '태그 더하기' }).click()
  await page.getByRole('textbox', { name: '태그 더하기' }).fill('창가 자리')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: '태그 ‘창가 자리’ 떼기' })).toBeVisible()

  await page.getByRole('button', { name: '항목 만들기와 고치기' }).click()
  await page.getByRole('button', { name: '새 항목' }).click()
  await page.getByRole('textbox', { name: '항목 이름' }).fill('얼음')
  await page.getByText('고르기', { exact: true }).click()
  await page.getByRole('textbox', { name: /고를 수 있는 값/ }).fill('적게, 보통, 많이')
  await pictures(app, page, 'customer-fields')
  await page.getByRole('button', { name: '항목 저장' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '닫기' }).click()
  await page.getByRole('button', { name: '얼음 고치기' }).click()
  await page.getByText('적게', { exact: true }).click()
  await page.getByRole('button', { name: '저장', exact: true }).click()
  await expect(page.getByRole('button', { name: '얼음 고치기' })).toContainText('적게')

  await page.getByRole('textbox', { name: '쪽지 남기기' }).fill('다음엔 디카페인 권하기')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('listitem').filter({ hasText: '디카페인' })).toBeVisible()
  await page.getByRole('heading', { level: 1 }).scrollIntoViewIfNeeded()
  await pictures(app, page, 'customer-page')
  await page.emulateMedia({ colorScheme: 'dark' })
  await app.screenshot('customer-page-dark')
  expect.soft(await serious(page), 'dark').toEqual([])
  await page.emulateMedia({ colorScheme: 'light' })
  expect.soft(await serious(page), 'light').toEqual([])

  await page.getByRole('button', { name: '동의 받기' }).first().click()
  await expect(page.getByRole('dialog')).toContainText('달빛정류장')
  await pictures(app, page, 'customer-consent')
  await page.getByRole('dialog').getByRole('button', { name: '동의 받기' }).click()
  await expect(page.getByText('동의를 적었어요.')).toBeVisible()

  const sale = page.getByRole('button', { name: /아이스 아메리카노\s*9,000원/ })
  await sale.click()
  await page.getByRole('button', { name: '다른 고객에게' }).click()
  await page.getByRole('textbox', { name: '이름, 초성, 뒷번호' }).fill('ㅂㅅㅈ')
  await expect(page.getByRole('button', { name: /박서준 님/ })).toBeVisible()
  await pictures(app, page, 'customer-pick')
  await page.getByRole('button', { name: /박서준 님/ }).click()
  await expect(page.getByText('영수증을 박서준 님에게 옮겼어요. 포인트도 따라갔어요.')).toBeVisible()
  await expect(sale).toBeHidden()
  await page.keyboard.press('F8')
  await expect(sale).toBeVisible()

  await page.keyboard.press('F9')
  await page.keyboard.type('5678')
  await page.getByRole('option', { name: /김영희/ }).click()
  await expect(page.getByRole('article')).toContainText('알레르기: 땅콩')
  await expect(page.getByRole('article')).toContainText('적게')
  await pictures(app, page, 'counter-card-warned')
  await page.keyboard.press('F9')
  await openPage(page, '김영희')
  await page.getByRole('button', { name: '같은 사람 합치기' }).click()
  await page.getByRole('textbox', { name: '이름, 초성, 뒷번호' }).fill('김영히')
  await page.getByRole('button', { name: /김영히 님/ }).click()
  await pictures(app, page, 'customer-merge')
  await page.getByRole('button', { name: '합치기', exact: true }).click()
  await expect(page.getByRole('region', { name: '합친 기록' })).toContainText('김영히 님')
  await page.getByRole('button', { name: '다시 나누기' }).click()
  await expect(page.getByRole('heading', { name: '김영히 님', level: 1 })).toBeVisible()
})

test('duplicates are shown side by side; somebody leaves and is destroyed, and their sale stays', async ({
  app,
  page,
}) => {
  const { pos } = await openShop(app, people)
  const [younghee] = await ask(app, 'customers.search', { query: '김영희' })
  await pos.print(saleBytes(1, [['크루아상', 3_500, 2]]))
  await expect.poll(async () => (await ask(app, 'receipts.recent', { limit: 5 })).length).toBe(1)
  const [receipt] = await ask(app, 'receipts.recent', { limit: 1 })
  const customerId = younghee?.id ?? 0
  await ask(app, 'counter.attach', { receiptId: receipt?.id ?? 0, customerId, print: false })
  await page.keyboard.press('F9')
  await page.getByRole('navigation').getByRole('button', { name: '고객', exact: true }).click()
  await page.getByRole('button', { name: '같은 사람 찾기' }).click()
  const pair = page.getByRole('listitem').filter({ hasText: '김영히' })
  await expect(pair).toContainText('같은 뒷번호')
  await pictures(app, page, 'duplicates')
  expect.soft(await serious(page)).toEqual([])
  await page.getByRole('button', { name: '다른 사람이에요' }).click()
  await expect(page.getByText('닮은 고객이 없어요')).toBeVisible()
  await pictures(app, page, 'duplicates-none')

  await openPage(page, '김영희')
  await page.getByRole('button', { name: '탈퇴·파기' }).click()
  await pictures(app, page, 'customer-leaving')
  expect.soft(await serious(page)).toEqual([])
  const destroy = page.getByRole('button', { name: '파기하기' })
  await expect(destroy).toBeDisabled()
  await page.getByRole('textbox', { name: /라고 적으면/ }).fill('파기')
  await destroy.click()
  await expect(page.getByText('한 사람의 기록을 영영 지웠어요.')).toBeVisible()
  expect(await ask(app, 'customers.search', { query: '김영희' })).toEqual([])
  expect(await ask(app, 'receipts.recent', { limit: 5 })).toMatchObject([{ total: 7_000, customer: null }])
  await expect
    .poll(async () => await ask(app, 'customers.destructions', {}))
    .toMatchObject({ destroyed: 1, waiting: 0 })
})
