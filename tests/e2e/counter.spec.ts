import { enterWhileComposing, expect, test, typeKorean } from './fixture.ts'
import { saleBytes } from './shop/receipts.ts'
import { ask, openShop } from './shop/shop.ts'
import { tap } from './shop/tap.ts'

const sandwich = [['샌드위치', 6_500, 1]] as const
const coffees = [
  ['아메리카노(ICE)', 4_500, 1],
  ['크루아상', 4_500, 2],
] as const

test('a receipt arrives, four digits and two Enters give its points and print the slip; F8 takes it back', async ({
  app,
  page,
}) => {
  const refused: string[] = []
  page.on('console', (message) => {
    if (/Content Security Policy|Refused to/.test(message.text())) refused.push(message.text())
  })
  const { pos } = await openShop(app)
  await expect(page.getByText('아직 들어온 영수증이 없어요')).toBeVisible()
  await pos.print(saleBytes(1, coffees))
  await expect(page.getByText('이 영수증은 135점 적립이에요')).toBeVisible()
  await app.screenshot('counter-idle')

  await page.keyboard.type('5678')
  await expect(page.getByRole('option')).toHaveCount(2)
  await app.screenshot('counter-results')
  const first = await page.getByRole('option').first().textContent()
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('option', { selected: true })).not.toHaveText(first ?? '')
  await page.keyboard.press('ArrowUp')
  await expect(page.getByRole('option', { selected: true })).toHaveText(first ?? '')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('article')).toContainText('****-5678')
  await expect(page.getByRole('button', { name: /적립하고 전표 인쇄/ })).toContainText('+135점')
  await app.screenshot('counter-card')

  await page.keyboard.press('Enter')
  await expect(page.getByText('적립했어요').first()).toBeVisible()
  await expect(page.getByRole('img', { name: /^전표 / })).toBeVisible()
  await app.screenshot('counter-done')
  expect((await ask(app, 'counter.today', {})).attached).toBe(1)

  await page.keyboard.press('F8')
  await expect(page.getByText('적립을 되돌렸어요.')).toBeVisible()
  await expect(page.getByRole('button', { name: /적립하고 전표 인쇄/ })).toBeVisible()
  const [receipt] = await ask(app, 'receipts.recent', { limit: 1 })
  expect(receipt).toMatchObject({ customer: null, pointsGiven: 0 })
  expect(refused).toEqual([])
})

test('a guest takes the next receipt before it is there, and may change their mind', async ({
  app,
  page,
}) => {
  const { pos } = await openShop(app)
  await typeKorean(page, 'ㄱㅇㅎ')
  await expect(page.getByRole('option')).toHaveText([/김영희/])
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: /다음 영수증을 이 손님께/ })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByText('김영희 님께 다음 영수증을 드려요')).toBeVisible()
  await app.screenshot('counter-waiting')
  await page.keyboard.press('Escape')
  await expect(page.getByText('손님 뒷번호 네 자리를 눌러 주세요')).toBeVisible()
  expect(await ask(app, 'counter.waiting', {})).toBeNull()

  await page.keyboard.type('1234')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('article')).toContainText('박서준')
  await page.keyboard.press('F4')
  await expect(page.getByText('박서준 님께 다음 영수증을 드려요')).toBeVisible()
  // Whoever looks somebody else up meanwhile is told who takes the next one.
  await typeKorean(page, '김영희')
  await page.keyboard.press('Enter')
  await expect(page.getByText('박서준 님이 다음 영수증을 기다리고 있어요.')).toBeVisible()
  await pos.print(saleBytes(7, sandwich))
  await expect(page.getByText('박서준 님께 65점 적립했어요.')).toBeVisible()
  await expect(page.getByText('남은 포인트 65점')).toBeVisible()
  expect(await ask(app, 'counter.waiting', {})).toBeNull()

  // The next guest's receipt takes the finished one off the desk.
  await pos.print(saleBytes(8, coffees))
  await expect(page.getByText('이 영수증은 135점 적립이에요')).toBeVisible()
})

test('arrows bring an older receipt to hand; it can be taken off its customer again', async ({
  app,
  page,
}) => {
  const { pos } = await openShop(app)
  await pos.print(saleBytes(1, coffees))
  await expect(page.getByRole('button', { name: /13,500원/ })).toBeVisible()
  await pos.print(saleBytes(2, sandwich))
  await expect(page.getByRole('button', { name: /6,500원/ })).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('heading', { name: '고른 영수증' })).toBeVisible()
  await page.keyboard.type('1234')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('article')).toContainText('박서준')
  await page.keyboard.press('F3')
  await expect(page.getByText('전표 없이 적립했어요.')).toBeVisible()
  expect(await ask(app, 'slips.recent', { limit: 5 })).toEqual([])
  const rows = await ask(app, 'receipts.recent', { limit: 5 })
  expect(rows.map((row) => [row.total, row.pointsGiven])).toEqual([
    [6_500, 0],
    [13_500, 135],
  ])
  await page.getByRole('button', { name: /13,500원/ }).click()
  await page.getByRole('button', { name: /이 손님에게서 떼기/ }).click()
  await expect(page.getByText('적립을 되돌렸어요.')).toBeVisible()
  await expect.poll(async () => (await ask(app, 'counter.today', {})).attached).toBe(0)
})

test('a slip is printed again from the office, marked as a reprint', async ({ app, page }) => {
  const { pos } = await openShop(app)
  await pos.print(saleBytes(1, coffees))
  await expect(page.getByText('이 영수증은 135점 적립이에요')).toBeVisible()
  await page.keyboard.type('1234')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('article')).toContainText('박서준')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('img', { name: /^전표 / })).toBeVisible()
  await page.keyboard.press('F9')
  await page.getByRole('navigation').getByRole('button', { name: '전표' }).click()
  await page.getByRole('button', { name: '전표 다시 인쇄' }).click()
  await expect(page.getByText('재출력', { exact: true }).first()).toBeVisible()
  const slips = await ask(app, 'slips.recent', { limit: 5 })
  expect(slips.map((slip) => slip.reprint)).toEqual([true, false])
  expect(new Set(slips.map((slip) => slip.number)).size).toBe(1)
})

test('letters land in the search wherever the cursor is, and Escape goes back step by step', async ({
  app,
  page,
}) => {
  await openShop(app)
  const search = page.getByRole('combobox', { name: '손님 찾기' })
  await expect(search).toBeFocused()
  await page.getByRole('button', { name: '사무실' }).focus()
  await page.keyboard.type('56')
  await expect(search).toHaveValue('56')
  await page.keyboard.type('78')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('article')).toBeVisible()
  await page.keyboard.type('9')
  await page.keyboard.press('Escape')
  await expect(search).toHaveValue('')
  await expect(page.getByRole('article')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByText('손님 뒷번호 네 자리를 눌러 주세요')).toBeVisible()
})

test('a name is composed in the search: the Enter that ends a syllable chooses nobody yet', async ({
  app,
  page,
}) => {
  await openShop(app)
  await typeKorean(page, '김영')
  await enterWhileComposing(page, '희')
  await expect(page.getByRole('combobox', { name: '손님 찾기' })).toHaveValue('김영희')
  await expect(page.getByRole('option')).toHaveText([/김영희/])
  await expect(page.getByRole('article')).toBeHidden()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('article')).toContainText('김영희')
})

test('two numbers in one breath: each Enter waits for its answer, and nobody gets points unseen', async ({
  app,
  page,
}) => {
  const { pos } = await openShop(app)
  await pos.print(saleBytes(4, coffees))
  await expect(page.getByText('이 영수증은 135점 적립이에요')).toBeVisible()
  await page.keyboard.type('1234')
  await page.keyboard.press('Enter')
  await page.keyboard.type('5678')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('article')).toContainText('****-5678')
  expect((await ask(app, 'counter.today', {})).attached).toBe(0)
})

test('by touch alone at 1024×768: every step can be pressed with a finger', async ({ app, page }) => {
  const { pos } = await openShop(app)
  await pos.print(saleBytes(3, coffees))
  await expect(page.getByText('이 영수증은 135점 적립이에요')).toBeVisible()
  for (const digit of ['1', '2', '3', '4'])
    await tap(page.getByRole('group', { name: '숫자판' }).getByRole('button', { name: digit, exact: true }))
  await tap(page.getByRole('option', { name: /박서준/ }))
  const next = page.getByRole('button', { name: /적립하고 전표 인쇄/ })
  await expect(next).toBeVisible()
  for (const target of await page.getByRole('main').getByRole('button').all()) {
    const box = await target.boundingBox()
    expect.soft(box?.height, await target.textContent().then(String)).toBeGreaterThanOrEqual(64)
  }
  await tap(next)
  await expect(page.getByText('남은 포인트 135점')).toBeVisible()
  await tap(page.getByRole('button', { name: /되돌리기/ }))
  await expect(page.getByText('적립을 되돌렸어요.')).toBeVisible()
  // A long name of the shop gets a line of its own above what has to be said, and neither is cut off.
  const name = '햇살이 오래 머무는 골목 끝 작은 빵집과 찻집'
  await ask(app, 'shop.save', { ...(await ask(app, 'shop.get', {})), name })
  const brand = page.getByText(name, { exact: true })
  await expect(brand).toBeVisible()
  expect(await brand.evaluate((one) => one.scrollWidth <= one.clientWidth)).toBe(true)
  await expect(page.getByRole('button', { name: /백업 아직 없음/ })).toBeInViewport({ ratio: 1 })
})
