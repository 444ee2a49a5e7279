import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, type RunningApp, test } from './fixture.ts'
import { saleBytes } from './shop/receipts.ts'
import { ask, openShop } from './shop/shop.ts'

const americanos = [['아메리카노(ICE)', 4_500, 3]] as const
const one = [['아메리카노(ICE)', 4_500, 1]] as const

const word = { productId: null, categoryId: null, word: '아메리카노' }
const freeAmericano = {
  name: '아메리카노 한 잔 무료',
  benefit: 'item' as const,
  value: 0,
  most: null,
  leastSpend: 0,
  weekdays: 127,
  fromMinute: 0,
  toMinute: 0,
  validFrom: null,
  validTo: null,
  validDays: 60,
  perPerson: null,
  inAll: null,
  personal: true,
  occasion: 'stamp' as const,
  tierId: null,
  daysBefore: 0,
  absentDays: null,
  targets: [word],
}

/** At the sizes of a counter PC. */
const both = async (app: RunningApp, page: Page, name: string): Promise<void> => {
  await app.screenshot(`${name}-1024`)
  await page.setViewportSize({ width: 1366, height: 768 })
  await app.screenshot(`${name}-1366`)
  await page.setViewportSize({ width: 1024, height: 768 })
}

/** A scanner types all of it within a few milliseconds and ends with Enter. */
const scan = async (page: Page, code: string): Promise<void> => {
  await page.keyboard.type(code)
  await page.keyboard.press('Enter')
}

test('the owner makes a coupon, a stamp card and tiers, and changes them', async ({ app, page }) => {
  await openShop(app)
  await page.keyboard.press('F9')
  await page.getByRole('navigation').getByRole('button', { name: '쿠폰·등급' }).click()
  await expect(page.getByText('아직 만든 쿠폰이 없어요')).toBeVisible()
  await both(app, page, 'rewards-empty')

  await page.getByRole('button', { name: '새 쿠폰' }).click()
  await page.getByRole('button', { name: '쿠폰 저장' }).click()
  await expect(page.getByText('이름을 적어 주세요.')).toBeVisible()
  await page.getByRole('textbox', { name: '이름' }).fill('아메리카노 한 잔 무료')
  await page.getByRole('textbox', { name: '어떤 품목에 쓸 수 있나요?' }).fill('아메리카노')
  await page.getByRole('button', { name: '언제 드릴까요?' }).click()
  await page.getByRole('option', { name: '스탬프를 다 모았을 때' }).click()
  await page.getByText('자세한 조건').click()
  await both(app, page, 'rewards-coupon-form')
  await page.getByRole('button', { name: '쿠폰 저장' }).click()
  await expect(page.getByRole('heading', { name: '아메리카노 한 잔 무료' })).toBeVisible()
  await page.getByRole('button', { name: '최근에 드린 쿠폰' }).click()
  await both(app, page, 'rewards-coupons')

  await page.getByRole('tab', { name: '스탬프' }).click()
  await page.getByRole('button', { name: '새 스탬프 카드' }).click()
  await page.getByRole('textbox', { name: '카드 이름' }).fill('커피 카드')
  await page.getByText('품목 개수').click()
  await page.getByRole('textbox', { name: '어떤 품목에 찍을까요?' }).fill('아메리카노')
  await page.getByRole('button', { name: '다 모으면 드릴 쿠폰' }).click()
  await page.getByRole('option', { name: '아메리카노 한 잔 무료' }).click()
  await both(app, page, 'rewards-stamp-form')
  await page.getByRole('button', { name: '카드 저장' }).click()
  await expect(page.getByText('아메리카노 하나에 하나, 10개 모으면 아메리카노 한 잔 무료')).toBeVisible()
  await both(app, page, 'rewards-stamps')

  await page.getByRole('tab', { name: '등급' }).click()
  await page.getByRole('button', { name: '등급 만들기' }).click()
  await both(app, page, 'rewards-tier-form')
  await page.getByRole('button', { name: '등급 저장' }).click()
  await expect(page.getByRole('rowheader', { name: 'VIP' })).toBeVisible()
  await page.getByRole('button', { name: '등급 바꾸기' }).click()
  await page.getByRole('textbox', { name: '등급 이름' }).first().fill('새싹')
  await page.getByRole('button', { name: '등급 저장' }).click()
  await expect(page.getByRole('rowheader', { name: '새싹' }).first()).toBeVisible()
  await both(app, page, 'rewards-tiers')
  await page.emulateMedia({ colorScheme: 'dark' })
  await app.screenshot('rewards-tiers-dark')
})

test('a card is filled, its coupon is scanned and used, and the second time refused; a tier is reached and lost', async ({
  app,
  page,
}) => {
  const { pos } = await openShop(app)
  const today = new Date(Date.now() + 9 * 3_600_000).toISOString().slice(0, 10)
  const terms = freeAmericano
  const { kindId } = await ask(app, 'coupons.saveKind', { kindId: null, terms })
  const hand = { ...terms, name: '천 원 할인', benefit: 'amount' as const, value: 1_000, targets: [] }
  const other = await ask(app, 'coupons.saveKind', { kindId: null, terms: { ...hand, occasion: 'hand' } })
  await ask(app, 'stamps.saveRule', {
    cardId: null,
    fromDate: today,
    name: '커피 카드',
    basis: 'product',
    perWon: null,
    length: 5,
    rewardKindId: kindId,
    targets: [word],
  })
  await ask(app, 'tiers.savePlan', {
    fromDate: today,
    measure: 'spend',
    windowMonths: 12,
    graceDays: 30,
    levels: [
      { tierId: null, name: '실버', need: 20_000 },
      { tierId: null, name: '골드', need: 100_000 },
    ],
  })
  const [person] = await ask(app, 'customers.search', { query: '1234' })
  const customerId = person?.id ?? 0

  await pos.print(saleBytes(1, americanos))
  await expect(page.getByRole('button', { name: /13,500원/ })).toBeVisible()
  await page.keyboard.type('1234')
  await page.keyboard.press('Enter')
  await expect(page.getByText('이번에 +3')).toBeVisible()
  await expect(page.getByText('실버까지')).toBeVisible()
  await both(app, page, 'rewards-card-begin')
  await page.keyboard.press('F3')
  await expect(page.getByText('적립했어요').first()).toBeVisible()

  await pos.print(saleBytes(2, americanos))
  await expect(page.getByText('이 영수증은 135점 적립이에요')).toBeVisible()
  await page.keyboard.type('1234')
  await page.keyboard.press('Enter')
  await expect(page.getByText('3 / 5')).toBeVisible()
  await page.keyboard.press('F3')
  await expect(page.getByText('적립했어요').first()).toBeVisible()

  const [coupon] = await ask(app, 'coupons.ofCustomer', { customerId, receiptId: null })
  expect(coupon).toMatchObject({ state: 'open', terms: { name: '아메리카노 한 잔 무료' } })
  const code = coupon?.code ?? ''
  await ask(app, 'coupons.give', { kindId: other.kindId, customerId, print: true })
  await pos.print(saleBytes(3, one))
  await expect(page.getByText('이 영수증은 45점 적립이에요')).toBeVisible()
  await page.keyboard.type('1234')
  await page.keyboard.press('Enter')
  await expect(page.getByText('1 / 5')).toBeVisible()
  await expect(page.getByText('73,000원')).toBeVisible()
  await both(app, page, 'rewards-card-full')

  // The scanner types into whatever has the cursor: nothing of it stays there.
  await scan(page, code)
  await expect(page.getByRole('region', { name: '읽은 쿠폰' })).toBeVisible()
  await expect(page.getByRole('combobox', { name: '손님 찾기' })).toHaveValue('')
  await both(app, page, 'rewards-scanned')
  await page.keyboard.press('F5')
  await expect(page.getByText('쿠폰을 썼어요: 아메리카노 한 잔 무료, 한 개 무료')).toBeVisible()
  await scan(page, code)
  await expect(page.getByText(/이미 쓴 쿠폰이에요\. .* 계산대 POS .*에서 썼어요\./)).toBeVisible()
  await both(app, page, 'rewards-refused')
  await scan(page, `${code.slice(0, 15)}${(Number(code.at(-1)) + 1) % 10}`)
  await expect(page.getByText('이 가게에서 만든 쿠폰 번호가 아니에요.', { exact: false })).toBeVisible()

  // Back again; and the number, typed by hand with its blanks, is as good as the scanner.
  await page.keyboard.press('F8')
  await expect(page.getByText('쿠폰을 다시 쓸 수 있게 되돌렸어요.')).toBeVisible()
  await page.getByRole('combobox', { name: '손님 찾기' }).pressSequentially(code.replace(/(....)/g, '$1 '), {
    delay: 80,
  })
  await page.keyboard.press('Enter')
  await expect(page.getByRole('region', { name: '읽은 쿠폰' }).getByText('한 개 무료')).toBeVisible()
  await page.getByRole('button', { name: '쿠폰 치우기' }).click()

  await pos.print(saleBytes(2, americanos, 'refund'))
  await expect.poll(async () => (await ask(app, 'tiers.ofCustomer', { customerId }))?.tier ?? null).toBeNull()
  const history = await ask(app, 'tiers.history', { customerId, limit: 5 })
  expect(history.map(({ after, cause }) => [after, cause])).toEqual([
    [null, 'taken-back'],
    ['실버', 'reached'],
  ])
  // The card that was full is no more: its coupon, unused again, was withdrawn.
  expect(await app.call('coupons.look', { code, receiptId: null, customerId: null })).toMatchObject({
    value: { state: 'withdrawn' },
  })
  await page.keyboard.press('F9')
  await page.getByRole('navigation').getByRole('button', { name: '전표' }).click()
  await expect(page.getByRole('img', { name: /^전표 / }).first()).toBeVisible()
  await both(app, page, 'rewards-slip')
})

test('on the customer’s page a tier is set by hand, stamps are put right and a coupon is given; a group is given one too', async ({
  app,
  page,
}) => {
  await openShop(app)
  const today = new Date(Date.now() + 9 * 3_600_000).toISOString().slice(0, 10)
  await ask(app, 'coupons.saveKind', { kindId: null, terms: { ...freeAmericano, occasion: 'hand' } })
  await ask(app, 'stamps.saveRule', {
    cardId: null,
    fromDate: today,
    name: '커피 카드',
    basis: 'amount',
    perWon: 10_000,
    length: 10,
    rewardKindId: null,
    targets: [],
  })
  await ask(app, 'tiers.savePlan', {
    fromDate: today,
    measure: 'visits',
    windowMonths: 6,
    graceDays: 14,
    levels: [
      { tierId: null, name: '실버', need: 10 },
      { tierId: null, name: '골드', need: 30 },
    ],
  })
  await page.keyboard.press('F9')
  await page.getByRole('navigation').getByRole('button', { name: '고객', exact: true }).click()
  await page.getByRole('gridcell', { name: '박서준' }).dblclick()
  const panel = page.getByRole('region', { name: '등급, 스탬프, 쿠폰' })
  await panel.scrollIntoViewIfNeeded()
  await panel.getByRole('button', { name: '등급 정해 드리기' }).click()
  await panel.getByRole('button', { name: '어느 등급으로 할까요?' }).click()
  await page.getByRole('option', { name: '골드' }).click()
  await panel.getByLabel('언제까지').fill(`${Number(today.slice(0, 4)) + 1}-01-31`)
  await panel.getByRole('textbox', { name: '이유' }).fill('개업 때부터 오신 손님')
  await panel.getByRole('button', { name: '저장' }).click()
  await expect(panel.getByText('정해 드린 등급이에요')).toBeVisible()
  await panel.getByRole('button', { name: '스탬프 고치기' }).click()
  await panel.getByRole('textbox', { name: '몇 개를 더할까요?' }).fill('4')
  await panel.getByRole('textbox', { name: '이유' }).fill('종이 카드에서 옮김')
  await both(app, page, 'rewards-person-form')
  await panel.getByRole('button', { name: '저장' }).click()
  await expect(panel.getByText('4 / 10')).toBeVisible()
  await panel.getByRole('button', { name: '쿠폰 드리기' }).click()
  await panel.getByRole('button', { name: '어느 쿠폰을 드릴까요?' }).click()
  await page.getByRole('option', { name: '아메리카노 한 잔 무료' }).click()
  await expect(panel.getByText('한 개 무료')).toBeVisible()
  await panel.scrollIntoViewIfNeeded()
  await both(app, page, 'rewards-person')
  const axe = await new AxeBuilder({ page }).include('[aria-label="등급, 스탬프, 쿠폰"]').analyze()
  expect(axe.violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([])

  await page.getByRole('navigation').getByRole('button', { name: '쿠폰·등급' }).click()
  await page.getByRole('button', { name: '그룹에 드리기' }).click()
  await expect(page.getByText('그룹을 골라 주세요')).toBeVisible()
  await page.getByRole('button', { name: '어느 그룹에 드릴까요?' }).click()
  await app.screenshot('rewards-groups-1024')
  await page.getByRole('option', { name: /신규/ }).first().click()
  await both(app, page, 'rewards-group')
  const rewards = await new AxeBuilder({ page }).include('.rewards').analyze()
  expect(rewards.violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([])
  await page.getByRole('button', { name: '최근에 드린 쿠폰' }).click()
  await expect(page.getByRole('rowheader', { name: '박*준 님' })).toBeVisible()
  await both(app, page, 'rewards-given')
})
