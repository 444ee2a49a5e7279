import type { Page } from '@playwright/test'
import Excel from 'exceljs'
import { expect, type RunningApp, test, typeKorean } from './fixture.ts'
import { ask } from './shop/shop.ts'

test.use({ viewport: { width: 1366, height: 768 } })

const cell = (page: Page, row: number, column: string) =>
  page.locator(`.ag-row[row-index="${row}"] .ag-cell[col-id="${column}"]`)
const head = (page: Page, column: string) =>
  page.locator(`.ag-header-cell[col-id="${column}"] .sheet-head-name`)

/** A Korean keyboard's first key on a cell: the field opens under it. */
const composeOnCell = async (page: Page, text: string): Promise<void> => {
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('Input.dispatchKeyEvent', {
    type: 'rawKeyDown',
    key: 'Process',
    code: 'KeyC',
    windowsVirtualKeyCode: 229,
  })
  await cdp.detach()
  await typeKorean(page, text)
}

const openCustomers = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: /사무실/ }).click()
  await page.getByRole('button', { name: '고객', exact: true }).click()
  await expect(cell(page, 0, 'name')).toHaveText(/./)
}

const demo = async (app: RunningApp, page: Page): Promise<void> => {
  await ask(app, 'ledger.openDemo', {})
  await expect(page.getByRole('button', { name: /사무실/ })).toBeVisible()
}

test('the customers as a sheet: sorted, written in Korean, pasted, undone after a restart, narrowed down, tagged, exported', async ({
  app,
  page: first,
}) => {
  await demo(app, first)
  await openCustomers(first)
  await head(first, 'spend').click()
  await head(first, 'spend').click()
  await expect(head(first, 'spend')).toContainText('큰 것부터')
  await expect(cell(first, 0, 'spend')).toHaveText(/원$/)
  const name = (await cell(first, 0, 'name').textContent()) ?? ''

  await cell(first, 0, 'memo').click()
  await composeOnCell(first, '창가 자리')
  await first.keyboard.press('Enter')
  await expect(cell(first, 0, 'memo')).toHaveText('창가 자리')

  // Two cells from one, as in Excel; then the sum of what is marked.
  await cell(first, 0, 'memo').click()
  await first.keyboard.press('Control+c')
  await cell(first, 1, 'memo').click()
  await first.keyboard.press('Shift+ArrowDown')
  await first.keyboard.press('Control+v')
  await expect(first.getByText('2칸을 바꿨어요')).toBeVisible()
  await expect(cell(first, 2, 'memo')).toHaveText('창가 자리')
  await cell(first, 0, 'visits').hover()
  await first.mouse.down()
  await cell(first, 3, 'spend').hover()
  await first.mouse.up()
  await expect(first.getByText('8칸', { exact: true })).toBeVisible()

  const page = await app.restart()
  await openCustomers(page)
  // The order and the columns are as they were left.
  await expect(cell(page, 0, 'name')).toHaveText(name)
  await expect(cell(page, 1, 'memo')).toHaveText('창가 자리')
  await page.getByRole('button', { name: '되돌리기' }).first().click()
  await expect(cell(page, 1, 'memo')).not.toHaveText('창가 자리')
  await expect(cell(page, 0, 'memo')).toHaveText('창가 자리')
  await page.getByRole('button', { name: '다시 하기' }).click()
  await expect(cell(page, 1, 'memo')).toHaveText('창가 자리')

  await page.getByRole('textbox', { name: '표에서 찾기' }).fill('창가')
  await expect(page.locator('.sheet-title [role=status]')).not.toHaveText('300명')
  await page.getByRole('button', { name: '쓴 돈 칸 메뉴' }).click()
  await page.getByLabel('이상').fill('100만')
  await page.getByRole('button', { name: '이 조건으로 보기' }).click()
  await expect(page.getByRole('button', { name: '쓴 돈 1,000,000원 이상', exact: true })).toBeVisible()
  const { count: shown } = await ask(app, 'sheets.count', {
    sheet: 'customers',
    filter: { text: '창가', conditions: [{ column: 'spend', is: 'range', from: 1_000_000, to: null }] },
  })
  expect(shown).toBeGreaterThan(1)
  await expect(page.locator('.sheet-title [role=status]')).toHaveText(`${shown}명`)

  await page.getByRole('checkbox', { name: '모두 선택' }).click()
  await cell(page, 0, 'pick').click()
  await expect(page.getByText(`${shown - 1}줄 선택`)).toBeVisible()
  await page.getByRole('button', { name: '태그', exact: true }).last().click()
  await page.getByLabel('태그 이름').fill('창가 손님')
  await page.getByRole('button', { name: '붙이기' }).click()
  await expect(cell(page, 1, 'tags')).toContainText('창가 손님')
  await expect(cell(page, 0, 'tags')).not.toContainText('창가 손님')

  await page.getByRole('button', { name: '내보내기', exact: true }).last().click()
  await page.getByRole('button', { name: '파일 만들기' }).click()
  const told = page.locator('.toast-text small')
  await expect(told).toHaveText(/xlsx$/)
  const book = new Excel.Workbook()
  await book.xlsx.readFile((await told.textContent()) ?? '')
  expect(book.worksheets[0]?.rowCount).toBe(shown)
  expect(book.worksheets[0]?.getRow(2).getCell(1).value).toMatch(/\*/)
})

test('receipts and their items are the same sheet; Enter shows the paper, a view is kept', async ({
  app,
  page,
}) => {
  await demo(app, page)
  await page.getByRole('button', { name: /사무실/ }).click()
  await page.getByRole('button', { name: '영수증', exact: true }).click()
  await page.getByRole('button', { name: '품목을 표로' }).click()
  await expect(page.getByRole('button', { name: '일시 최근 90일', exact: true })).toBeVisible()
  await expect(cell(page, 0, 'amount')).toHaveText(/원$/)
  await page.getByRole('button', { name: '돌아가기' }).click()
  await page.getByRole('button', { name: '표로 보기', exact: true }).click()
  await expect(cell(page, 0, 'total')).toHaveText(/원$/)
  await page.getByRole('button', { name: '보기', exact: true }).click()
  await page.getByLabel('지금 모습의 이름').fill('큰 영수증')
  await page.getByRole('button', { name: '남기기' }).click()
  await expect(page.getByRole('button', { name: '큰 영수증', exact: true })).toBeVisible()
  await page.keyboard.press('Escape')
  await cell(page, 0, 'total').click()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog', { name: '영수증' })).toContainText('합계')
})
