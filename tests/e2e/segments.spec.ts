import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test } from './fixture.ts'
import { ask } from './shop/shop.ts'

test.use({ viewport: { width: 1366, height: 768 } })
test.describe.configure({ timeout: 240_000 })

const serious = async (page: Page): Promise<string[]> => {
  await page.evaluate(() => Promise.all(document.getAnimations().map((one) => one.finished)))
  const { violations } = await new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).analyze()
  return violations
    .filter((one) => one.impact === 'serious' || one.impact === 'critical')
    .flatMap((one) => one.nodes.map((node) => `${one.id}: ${node.target.join(' ')}`))
}

test('a group is made of conditions with a live count, compared, opened as a sheet, taken away and brought back', async ({
  app,
  page,
}) => {
  await page.getByRole('button', { name: /체험 매장 둘러보기/ }).click()
  await expect(page.getByRole('combobox', { name: '손님 찾기' })).toBeVisible({ timeout: 60_000 })
  await page.keyboard.press('F9')
  await page.getByRole('button', { name: '그룹', exact: true }).click()
  await expect(page.getByText('자기 방문 주기의 2배', { exact: false })).toBeVisible()
  await expect(page.getByText(/하루하루 남겨 두었어요/)).toBeVisible({ timeout: 120_000 })
  expect.soft(await serious(page), 'list').toEqual([])
  await app.screenshot('segments-list')

  await page.getByRole('button', { name: '새 그룹 만들기' }).click()
  const count = page.locator('.outcome-count')
  await expect(count).toHaveText('300명')
  await page.getByRole('button', { name: '조건 더하기' }).click()
  await expect(count).not.toHaveText('300명')
  const often = await count.innerText()
  await page.getByRole('button', { name: '조건 더하기' }).click()
  await page
    .getByRole('button', { name: /무엇을 볼까요/ })
    .nth(1)
    .click()
  await page.getByRole('option', { name: '산 상품', exact: true }).click()
  await expect(page.getByText('덜 고른 조건이 있어요', { exact: false })).toBeVisible()
  await page.getByRole('combobox', { name: '상품' }).fill('아메리카노(I')
  await page.getByRole('option', { name: '아메리카노(ICE)', exact: true }).click()
  await expect(page.getByText(/‘아메리카노\(ICE\)’ 1개 이상 구매/)).toBeVisible()
  await expect(count).not.toHaveText(often)
  expect.soft(await serious(page), 'builder').toEqual([])
  await app.screenshot('segments-builder')
  await page.getByRole('button', { name: '그룹 저장' }).click()
  await expect(page.getByText('그룹 이름을 적어 주세요.')).toBeVisible()
  await page.getByRole('textbox', { name: '그룹 이름' }).fill('라떼 단골')
  const shown = await count.innerText()
  // Twice before anything could be drawn, as a bouncing key does.
  await page.getByRole('textbox', { name: '그룹 이름' }).evaluate((field) => {
    for (let press = 0; press < 2; press += 1)
      field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }))
  })
  await expect(page.getByRole('heading', { level: 1, name: '라떼 단골' })).toBeVisible()
  const { segments } = await ask(app, 'segments.list', {})
  const own = segments.find(({ name }) => name === '라떼 단골')
  await expect(page.getByText('같은 이름의 그룹이 있어요', { exact: false })).toHaveCount(0)
  expect(`${own?.count ?? 0}명`).toBe(shown)

  await page.getByRole('button', { name: '두 그룹 견주기' }).click()
  await expect(page.getByText('‘라떼 단골’에만')).toBeVisible()
  await expect(page.getByRole('button', { name: /둘을 합치면/ })).toBeVisible()
  expect.soft(await serious(page), 'comparison').toEqual([])
  await page.getByRole('button', { name: '그룹 목록' }).click()
  await page.getByRole('button', { name: '라떼 단골 표로 보기' }).click()
  await expect(page.getByRole('heading', { level: 1, name: /라떼 단골/ })).toBeVisible()
  await expect(page.getByText(shown).first()).toBeVisible()

  await page.getByRole('button', { name: '그룹', exact: true }).click()
  await page
    .getByRole('button', { name: /^라떼 단골/ })
    .first()
    .click()
  await page.getByRole('button', { name: '지우기' }).click()
  await expect(page.getByText('‘라떼 단골’ 그룹을 지웠어요', { exact: false })).toBeVisible()
  await expect(page.getByText('아직 만든 그룹이 없어요', { exact: false })).toBeVisible()
  await page.keyboard.press('F8')
  await expect(page.getByRole('button', { name: /^라떼 단골/ }).first()).toBeVisible()

  await page.getByRole('button', { name: '기준 바꾸기' }).click()
  await page.getByRole('textbox', { name: '단골로 보는 방문 횟수' }).fill('100')
  expect.soft(await serious(page), 'limits').toEqual([])
  await page.getByRole('button', { name: '저장', exact: true }).click()
  await expect(page.getByText('100번 이상 왔고', { exact: false })).toBeVisible()
})
