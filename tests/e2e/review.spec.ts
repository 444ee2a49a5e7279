import { expect, test } from './fixture.ts'
import { puzzleBytes } from './shop/receipts.ts'
import { ask, openShop } from './shop/shop.ts'

test('a paper that nobody understands is kept, drawn and put into words; dismissing it can be undone', async ({
  app,
  page,
}) => {
  const { pos } = await openShop(app, [])
  await pos.print(puzzleBytes())
  await page.getByRole('button', { name: '확인 필요 1건' }).click()
  await expect(page.getByRole('heading', { name: '확인 필요' })).toBeVisible()
  const paper = page.getByRole('region', { name: '인쇄된 종이' })
  await expect(paper).toContainText('수수께끼 라떼')
  await expect(page.getByText('왜 여기 있나요?')).toBeVisible()
  await app.screenshot('review')
  expect(await ask(app, 'receipts.recent', { limit: 10 })).toEqual([])

  await page.getByRole('button', { name: '판매가 아니에요' }).click()
  await expect(page.getByText('확인할 종이가 없어요')).toBeVisible()
  await page.keyboard.press('F8')
  await expect(paper).toContainText('수수께끼 라떼')
  await page.getByRole('button', { name: '판매가 아니에요' }).click()
  await page.getByRole('button', { name: '알림 닫기' }).click()
  await expect.poll(async () => (await ask(app, 'review.list', {})).length).toBe(0)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: /확인 필요/ })).toBeHidden()
})
