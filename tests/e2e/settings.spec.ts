import { expect, test } from './fixture.ts'
import { puzzleBytes, saleBytes } from './shop/receipts.ts'
import { ask, openShop } from './shop/shop.ts'

test('a file of printer bytes is read as if it had come over the line; one too large is refused in words', async ({
  app,
  page,
}) => {
  await openShop(app, [])
  await page.keyboard.press('F9')
  const receipts = Buffer.concat([saleBytes(1, [['샌드위치', 6_500, 1]]), puzzleBytes()])
  await page
    .locator('input[type=file]')
    .first()
    .evaluate(
      (input: HTMLInputElement, bytes) => {
        const chosen = new DataTransfer()
        chosen.items.add(new File([new Uint8Array(bytes)], 'receipts.bin'))
        input.files = chosen.files
        input.dispatchEvent(new Event('change', { bubbles: true }))
      },
      [...receipts],
    )
  await expect(page.getByText('영수증 1건을 읽었어요. 확인 필요 1건.')).toBeVisible()
  // Made inside the page: no need to carry ten megabytes into it.
  await page
    .locator('input[type=file]')
    .first()
    .evaluate((input: HTMLInputElement) => {
      const chosen = new DataTransfer()
      chosen.items.add(new File([new Uint8Array(10 * 1024 * 1024 + 1)], 'noise.bin'))
      input.files = chosen.files
      input.dispatchEvent(new Event('change', { bubbles: true }))
    })
  await expect(page.getByText('파일이 너무 커요. 10 MB까지 읽을 수 있어요.')).toBeVisible()
  expect((await ask(app, 'receipts.recent', { limit: 5 })).map((row) => row.total)).toEqual([6_500])

  await page.getByRole('navigation').getByRole('button', { name: '영수증' }).click()
  await page.getByRole('button', { name: /^오늘 \d/ }).click()
  await expect(page.getByRole('region', { name: '인쇄된 종이' })).toContainText('샌드위치')
  await app.screenshot('receipts')
})

test('shop, language and brightness are kept; a wrong number is told before it is sent', async ({
  app,
  page,
}) => {
  await openShop(app, [])
  await page.keyboard.press('F9')
  await page.getByRole('textbox', { name: '사업자등록번호' }).fill('123-45')
  await expect(page.getByText('숫자 10자리로 적어 주세요.')).toBeVisible()
  await page.getByRole('textbox', { name: '사업자등록번호' }).fill('123-45-67891')
  await page.getByRole('textbox', { name: '전표 QR에 담을 주소' }).fill('https://단골')
  await expect(page.getByText('영문과 숫자, 기호만 담을 수 있어요.')).toBeVisible()
  await page.getByRole('textbox', { name: '전표 QR에 담을 주소' }).fill('https://example.com/r')
  await page.getByRole('textbox', { name: '가게 이름' }).fill('새달빛')
  await page.getByRole('button', { name: /적립률/ }).click()
  await page.getByRole('option', { name: '2%' }).click()
  // The guest's screen has a form of its own further down.
  const form = page.locator('form').filter({ has: page.getByRole('textbox', { name: '가게 이름' }) })
  await form.getByRole('button', { name: '저장' }).click()
  await expect(page.getByText('저장했어요.')).toBeVisible()
  expect(await ask(app, 'shop.get', {})).toMatchObject({
    name: '새달빛',
    pointsRateBp: 200,
    businessNumber: '1234567891',
    qr: 'https://example.com/r',
  })
  // Whose work is in it, each with its own words.
  await page.getByRole('button', { name: '쓰인 공개 소프트웨어 보기' }).click()
  const react = page.locator('details').filter({ has: page.getByText('react', { exact: true }) })
  await react.locator('summary').click()
  await expect(react.locator('pre')).toContainText('Meta Platforms')
  await page.getByText('어둡게').click()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('banner')).toContainText('새달빛')

  const again = await app.restart()
  await expect(again.locator('html')).toHaveAttribute('data-theme', 'dark')
})

test('a POS that was removed comes back by undo, with its settings', async ({ app, page }) => {
  await openShop(app, [])
  const before = await ask(app, 'sources.list', {})
  await page.keyboard.press('F9')
  await page.getByRole('button', { name: '지우기' }).first().click()
  await expect(page.getByText('아직 연결한 POS가 없어요.')).toBeVisible()
  await page.keyboard.press('F8')
  await expect(page.getByText('계산대 POS')).toBeVisible()
  expect(await ask(app, 'sources.list', {})).toEqual(before)
})
