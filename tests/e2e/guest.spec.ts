import type { Page } from '@playwright/test'
import { expect, test } from './fixture.ts'
import { guestPage } from './shop/guest.ts'
import { saleBytes } from './shop/receipts.ts'
import { ask, openShop } from './shop/shop.ts'
import { tap } from './shop/tap.ts'

const coffees = [
  ['아메리카노(ICE)', 4_500, 1],
  ['크루아상', 4_500, 2],
] as const

const key = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).first()
/** On a keyboard, which does as the pad does. */
const type = (page: Page, digits: string): Promise<void> => page.keyboard.type(digits)

test('a guest joins with a name and a signature, sees their points come, and leaves nothing behind; staff see and take over', async ({
  app,
  page,
}) => {
  const { pos } = await openShop(app)
  const guest = await guestPage(app)

  await app.screenshot('walk-guest-1-rest', guest)
  await tap(key(guest, '010'))
  await type(guest, '00')
  const strip = page.getByRole('region', { name: '손님 화면' })
  await expect(strip).toContainText('손님이 번호를 누르는 중')
  await expect(strip).toContainText('010-00')
  await app.screenshot('walk-guest-2-number', guest)
  await app.screenshot('walk-guest-2-counter')
  await type(guest, '007777')
  await key(guest, '확인').click()
  await tap(guest.getByRole('button', { name: '등록할게요' }))
  for (const jamo of 'ㅇㅗㅎㅏㄴㅏ') await tap(key(guest, jamo))
  await expect(guest.getByRole('status', { name: '이름' })).toHaveText('오하나')
  await expect(strip).toContainText('이름 적기')
  await app.screenshot('walk-guest-3-name', guest)
  await key(guest, '다음').click()
  // Nothing is ticked beforehand, and nothing goes on without what is needed.
  for (const box of await guest.getByRole('checkbox').all()) await expect(box).not.toBeChecked()
  await key(guest, '다음').click()
  await expect(guest.getByRole('alert')).toBeVisible()
  await guest.getByRole('checkbox', { name: '동의해요' }).check()
  await guest.getByRole('checkbox', { name: /만 14세 이상/ }).check()
  await app.screenshot('walk-guest-4-consent', guest)
  await key(guest, '다음').click()
  const field = await guest.getByRole('img', { name: '서명하는 곳' }).boundingBox()
  if (field === null) throw new Error('Nowhere to sign')
  await guest.mouse.move(field.x + 200, field.y + 60)
  await guest.mouse.down()
  for (const [x, y] of [
    [320, 150],
    [420, 70],
    [560, 170],
    [700, 80],
  ] as const)
    await guest.mouse.move(field.x + x, field.y + y, { steps: 4 })
  await guest.mouse.up()
  await app.screenshot('walk-guest-5-signature', guest)
  await key(guest, '등록 마치기').click()
  await expect(guest.getByRole('heading', { name: '오*나 님, 반가워요' })).toBeVisible()

  // As if staff had typed the number.
  await expect(page.getByRole('article')).toContainText('오하나')
  await pos.print(saleBytes(1, coffees))
  await expect(page.getByRole('button', { name: /적립하고 전표 인쇄/ })).toContainText('+135점')
  await page.keyboard.press('Enter')
  await expect(guest.getByText('방금 135점 적립했어요')).toBeVisible()
  await app.screenshot('walk-guest-6-points', guest)
  const [found] = await ask(app, 'customers.search', { query: '7777' })
  const consents = await ask(app, 'customers.consents', { customerId: found?.id ?? 0 })
  expect(consents).toMatchObject([
    { kind: 'required', given: true, how: 'guest-screen', proof: { kind: 'signature' } },
  ])

  // The next guest sees nothing of the one before.
  await key(guest, '다 봤어요').click()
  await expect(guest.getByRole('heading', { name: '달빛정류장' })).toBeVisible()
  await expect(strip).toBeHidden()
  await type(guest, '01000001234')
  await expect(guest.locator('body')).not.toContainText(/오\*나|7777|135/)
  await key(guest, '확인').click()
  await expect(guest.getByRole('heading', { name: '박*준 님' })).toBeVisible()
  await expect(guest.locator('body')).not.toContainText(/오\*나|7777|135/)
  await key(guest, '다 봤어요').click()
  await expect(guest.getByRole('heading', { name: '달빛정류장' })).toBeVisible()

  // Four digits that two people share name nobody; staff go on.
  await type(guest, '5678')
  await key(guest, '확인').click()
  await expect(guest.getByRole('heading', { name: '직원이 찾고 있어요' })).toBeVisible()
  await expect(strip).toContainText('5678')
  await strip.getByRole('button', { name: '이어서 하기' }).click()
  await expect(page.getByRole('option')).toHaveCount(2)
  await expect(guest.getByRole('heading', { name: '직원이 도와드릴게요' })).toBeVisible()
  await strip.getByRole('button', { name: '손님 화면 닫기' }).click()
  await expect(guest.getByRole('heading', { name: '달빛정류장' })).toBeVisible()
})
