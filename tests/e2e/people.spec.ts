import { expect, test } from './fixture.ts'
import { ask, openShop } from './shop/shop.ts'

test('the owner sets a PIN, staff get theirs; the counter stays open and the office asks who it is', async ({
  app,
  page,
}) => {
  await openShop(app)
  await page.keyboard.press('F9')
  await page.getByRole('navigation').getByRole('button', { name: '직원·기록' }).click()
  await expect(page.getByText('아직 아무에게도 PIN이 없어서')).toBeVisible()
  await app.screenshot('people-none')
  await page.getByRole('button', { name: '사장님 PIN 만들기' }).click()
  await page.getByRole('textbox', { name: '이름' }).fill('한사장')
  await page.getByLabel('PIN', { exact: true }).fill('4827')
  await page.getByRole('button', { name: '저장' }).click()

  // Whoever made the first PIN is in; once out, the page asks.
  await expect(page.getByRole('button', { name: '직원 추가' })).toBeVisible()
  await page.keyboard.press('F9')
  await expect(page.getByRole('banner')).toContainText('한사장')
  await page.keyboard.press('F10')
  await page.keyboard.press('F9')
  await page.getByRole('navigation').getByRole('button', { name: '직원·기록' }).click()
  await expect(page.getByRole('heading', { name: '사장님의 PIN을 눌러 주세요' })).toBeVisible()
  await page.keyboard.type('0000')
  await expect(page.getByText('PIN이 맞지 않아요')).toBeVisible()
  await app.screenshot('people-closed')
  await page.keyboard.type('4827')
  await page.getByRole('button', { name: '직원 추가' }).click()
  await page.getByRole('textbox', { name: '이름' }).fill('오직원')
  await page.getByLabel('PIN', { exact: true }).fill('1593')
  await page.getByRole('button', { name: '저장' }).click()
  await expect(page.getByText('오직원', { exact: true })).toBeVisible()

  // The counter works without a PIN, with masked numbers, and what was looked at is on record.
  await page.keyboard.press('F9')
  await page.keyboard.press('F10')
  await page.keyboard.type('1234')
  await page.keyboard.press('Enter')
  await expect(page.getByText('박서준').first()).toBeVisible()
  await expect(page.getByText('010-0000-1234')).toHaveCount(0)
  await page.keyboard.press('Escape')
  await page.keyboard.press('F9')
  await expect(page.getByRole('heading', { name: '매니저나 사장님의 PIN을 눌러 주세요' })).toBeVisible()
  await page.getByRole('navigation').getByRole('button', { name: '직원·기록' }).click()
  await page.getByRole('radio', { name: /한사장/ }).click()
  for (const digit of '4827') await page.getByRole('button', { name: digit, exact: true }).click()
  await page.getByRole('button', { name: '펼치기' }).click()
  await expect(page.getByRole('cell', { name: /PIN 틀림/ })).toBeVisible()
  await expect(page.getByRole('cell', { name: '봄 고객' })).toBeVisible()
  await page.getByRole('button', { name: '살펴봤어요' }).click()
  await expect(page.getByText(/오늘 \d\d:\d\d 확인함/)).toBeVisible()
  await page.getByRole('button', { name: '확인하기' }).click()
  await expect(page.getByText(/모두 그대로예요/)).toBeVisible()
  await app.screenshot('people-records')
  const status = await ask(app, 'door.status', {})
  expect(status).toMatchObject({ role: 'owner', person: { name: '한사장' } })
})
