import { expect, test } from './fixture.ts'
import { saleBytes } from './shop/receipts.ts'
import { ask, openShop } from './shop/shop.ts'

const cake = [['케이크', 50_000, 1]] as const

test('points: earned by a rule, used in part by one key and undone, given back by a refund; the book agrees', async ({
  app,
  page,
}) => {
  const { pos } = await openShop(app)
  await ask(app, 'points.saveReminder', { seconds: 1 })
  await page.keyboard.press('F9')
  await page.getByRole('navigation').getByRole('button', { name: '포인트', exact: true }).click()
  await expect(page.getByRole('heading', { name: '결제 금액의 1%' })).toBeVisible()
  await app.screenshot('points-rules')
  await page.getByRole('button', { name: '새 규칙 만들기' }).click()
  await page.getByLabel('적립 비율 (%)').fill('3')
  await page.getByLabel('쓸 수 있는 기간').click()
  await page.getByRole('option', { name: '12개월' }).click()
  await app.screenshot('points-rule-form')
  await page.getByRole('button', { name: '이 규칙으로 정하기' }).click()
  await expect(page.getByRole('heading', { name: '결제 금액의 3%' })).toBeVisible()
  await page.keyboard.press('Escape')

  // Nobody asked for a number: one polite word.
  await pos.print(saleBytes(1, cake))
  await expect(page.getByText('손님께 번호를 여쭤보셨나요?')).toBeVisible()
  await app.screenshot('points-reminder')
  await page.keyboard.type('1234')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: /적립하고 전표 인쇄/ })).toContainText('+1,500점')
  await page.keyboard.press('Enter')
  await expect(page.getByText('남은 포인트 1,500점')).toBeVisible()
  await app.screenshot('points-earned')

  // The next time: part of them are used before the receipt comes, and undone, and used.
  await page.keyboard.type('1234')
  await page.keyboard.press('Enter')
  await expect(page.getByText(/1,500점은 \d{4}-\d{2}-\d{2} \(.\)까지/)).toBeVisible()
  await app.screenshot('points-card')
  await page.keyboard.press('F2')
  await expect(page.getByLabel('쓸 포인트')).toBeFocused()
  await page.keyboard.type('1600')
  await expect(page.getByText('1,500점까지 쓸 수 있어요.')).toBeVisible()
  await page.keyboard.press('Control+a')
  await page.keyboard.type('500')
  await app.screenshot('points-use')
  await page.keyboard.press('Enter')
  await expect(page.getByText('박서준 님이 500점을 썼어요.')).toBeVisible()
  await page.keyboard.press('F8')
  await expect(page.getByText('쓴 포인트를 돌려드렸어요.')).toBeVisible()
  await page.keyboard.press('F2')
  await page.keyboard.type('1000')
  await page.keyboard.press('Enter')
  await expect(page.getByText('박서준 님이 1,000점을 썼어요.')).toBeVisible()
  await pos.print(saleBytes(2, [['라떼', 10_000, 1]]))
  const give = page.getByRole('button', { name: /적립하고 전표 인쇄/ })
  await expect(give).toContainText('+300점')
  await page.keyboard.press('Enter')
  await expect(page.getByText('남은 포인트 800점')).toBeVisible()
  await app.screenshot('points-used-slip')

  // The sale is given back: what it gave goes, what was used with it comes back.
  await pos.print(saleBytes(2, [['라떼', 10_000, 1]], 'refund'))
  await expect(page.getByText(/취소 영수증이 들어왔어요/)).toBeVisible()
  const [found] = await ask(app, 'customers.search', { query: '1234' })
  await expect
    .poll(async () => (await ask(app, 'customers.card', { customerId: found?.id ?? 0 })).points)
    .toBe(1_500)

  await page.keyboard.press('F9')
  await page.getByRole('navigation').getByRole('button', { name: '포인트', exact: true }).click()
  await page.getByRole('tab', { name: '남은 포인트 장부' }).click()
  await expect(page.getByText('1,500원').first()).toBeVisible()
  await page.getByRole('button', { name: '지금 맞춰 보기' }).click()
  await expect(page.getByText(/잔액이 기록의 합과 같아요/)).toBeVisible()
  await app.screenshot('points-book')
  await page.getByRole('tab', { name: '소멸 알림' }).click()
  await expect(page.getByText('이때 알릴 손님이 없어요')).toBeVisible()
  await app.screenshot('points-notices')
})

test('a rule is tried over the past receipts before it is made; a customer’s points are put right by hand', async ({
  app,
  page,
}) => {
  await page.setViewportSize({ width: 1366, height: 768 })
  const { pos } = await openShop(app)
  const [found] = await ask(app, 'customers.search', { query: '1234' })
  const customerId = found?.id ?? 0
  await ask(app, 'counter.takeNext', { customerId, print: false })
  await pos.print(saleBytes(1, cake))
  await expect.poll(async () => (await ask(app, 'customers.card', { customerId })).points).toBe(500)
  await page.keyboard.press('F9')
  await page.getByRole('navigation').getByRole('button', { name: '포인트', exact: true }).click()
  await page.getByRole('button', { name: '새 규칙 만들기' }).click()
  await page.getByLabel('적립 비율 (%)').fill('2.5')
  await page.getByText('등급·결제 수단·빼는 상품·보너스').click()
  await page.getByLabel('설문').fill('300')
  await app.screenshot('points-rule-more')
  await page.getByRole('button', { name: '지난 1년 영수증에 시험해 보기' }).click()
  await expect(page.getByText('지금보다 750원 더 들어요')).toBeVisible()
  await app.screenshot('points-tried')
  await page.getByRole('button', { name: '이 규칙으로 정하기' }).click()
  await expect(page.getByRole('heading', { name: '결제 금액의 2.5%' })).toBeVisible()

  await page.getByRole('navigation').getByRole('button', { name: '고객', exact: true }).click()
  await page.getByText('박서준').first().dblclick()
  const own = page.getByRole('region', { name: '포인트', exact: true })
  await own.getByRole('button', { name: '설문 300점 드리기' }).click()
  await expect(page.getByText('설문 보너스 300점을 드렸어요.')).toBeVisible()
  await own.getByRole('button', { name: '포인트 정정' }).click()
  await own.getByLabel('몇 점을 고칠까요?').fill('-200')
  await own.getByLabel('까닭').fill('두 번 적립')
  await own.getByRole('button', { name: '정정하기' }).click()
  await expect(page.getByText('-200점 정정했어요.')).toBeVisible()
  await own.getByText('포인트 기록 모두 보기').click()
  await expect(own.getByText('정정 · 두 번 적립')).toBeVisible()
  await app.screenshot('points-person')
  expect((await ask(app, 'customers.card', { customerId })).points).toBe(600)
})
