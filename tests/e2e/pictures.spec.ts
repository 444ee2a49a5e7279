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

/** The page of pictures, after that day. @returns the ways to the other pages. */
const openPictures = async (app: RunningApp) => {
  await aDay(app)
  const nav = app.page.getByRole('navigation')
  await app.page.keyboard.press('F9')
  await nav.getByRole('button', { name: '그림', exact: true }).click()
  return nav
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
  const nav = await openPictures(app)
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

test('every picture obeys the one range, has a table behind it and goes on paper; days typed amiss are told', async ({
  app,
  page,
}) => {
  await openPictures(app)
  const first = page.getByLabel('첫날')
  const last = page.getByLabel('마지막 날')
  const today = await last.inputValue()
  await first.fill(today)
  const rooms = page.getByRole('radiogroup', { name: '무엇을 볼까요' })
  const pictures = page.locator('section.picture')
  // While it is counted, each says so in its place, with no figures of anything else.
  const pid = await app.backendPid()
  if (pid === null) throw new Error('There is no backend')
  process.kill(pid, 'SIGSTOP')
  try {
    await rooms.getByRole('radio', { name: '상품', exact: true }).click()
    await expect(pictures.getByText('세는 중이에요…')).toHaveCount(2)
    await expect(pictures.getByText(/원/)).toHaveCount(0)
  } finally {
    process.kill(pid, 'SIGCONT')
  }
  await expect(pictures.getByText('세는 중이에요…')).toHaveCount(0)
  const titles = [
    ['매출', ['매출', '붐비는 때']],
    ['상품', ['잘 팔린 상품', '상품이 팔리는 시간']],
    ['손님', ['처음 오신 손님과 다시 오신 손님', '단골이 차지하는 매출']],
    ['단골', ['많이 쓰시는 손님의 몫']],
  ] as const
  for (const [room, named] of titles) {
    await rooms.getByRole('radio', { name: room, exact: true }).click()
    for (const title of named) {
      await page.getByRole('button', { name: `${title} 표로 보기` }).click()
      const table = page.getByRole('table', { name: `${title}, ${today}`, exact: true })
      await expect(table.getByRole('button').first()).toBeVisible()
    }
  }
  // Nothing to draw: said by each of them, never an empty frame.
  await first.fill('2019-03-01')
  await last.fill('2019-03-31')
  for (const [room] of titles) {
    await rooms.getByRole('radio', { name: room, exact: true }).click()
    await expect(pictures.getByText(/그릴 것이 없어요/)).toHaveCount(await pictures.count())
  }
  await rooms.getByRole('radio', { name: '매출', exact: true }).click()
  // What is no range stays as it was typed, and says why; the pictures keep theirs.
  await last.fill('2018-03-31')
  await expect(page.getByText('첫날이 마지막 날보다 늦어요. 두 날을 다시 골라 주세요.')).toBeVisible()
  await expect(last).toHaveValue('2018-03-31')
  await last.fill('')
  await expect(page.getByText('날짜를 끝까지 골라 주세요.')).toBeVisible()
  await last.fill(today)
  await first.fill(today)
  await expect(page.getByRole('img', { name: /매출.*17,700원/ })).toBeVisible()
  const printed = await page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        window.print = () => resolve(document.querySelector('.picture-print img')?.getAttribute('alt') ?? '')
        document.querySelector<HTMLElement>('[aria-label="매출 인쇄"]')?.click()
      }),
  )
  expect(printed).toMatch(/매출: .*17,700원/)
  await expect(page.locator('.picture-print')).toHaveCount(0)
})
