import { readFileSync } from 'node:fs'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { readFile } from '../../electron/backend/moving-in/reading/read-file.ts'
import { workbookOf } from '../unit/moving-in/workbooks.ts'
import { expect, type RunningApp, test } from './fixture.ts'
import { ask, openShop } from './shop/shop.ts'

const customers = () =>
  workbookOf((sheet) => {
    sheet.addRow(['달빛정류장 고객 현황'])
    sheet.mergeCells('A1:G1')
    sheet.addRow([
      '고객명',
      '휴대폰번호',
      '생년월일',
      '잔여 포인트',
      '비고',
      '마케팅 수신동의',
      '최근 방문일',
    ])
    sheet.addRow(['이서연', 1_000_001_111, '1990.1.2', '3,400', '창가 자리', 'Y', '2026-10-02'])
    sheet.addRow(['최지우', '010-0000-2222', '90-01-02', 1_200, '', 'N', '2026-10-01'])
    sheet.addRow(['정다운', '+82 10-0000-3333', '1990년 1월 2일(음)', 0, '딸기 알레르기', '', ''])
    sheet.addRow(['김영희', '010-0000-5678', '', 700, '얼음 적게', '', ''])
    sheet.addRow(['이서연', '010-0000-1111', '', 3_400, '', '', ''])
    sheet.addRow(['', '010-0000-4444', '곧', 90, '', '', ''])
    sheet.addRow(['한가람', '010-****-7777', '', 500, '', '', ''])
    sheet.addRow(['박하늘', '12345', '', 10, '', '', ''])
    sheet.addRow(['유나', '', '', '많음', '', '', ''])
  })

const rows = Array.from({ length: 40 }, (_, index) => {
  const day = String(1 + (index % 28)).padStart(2, '0')
  const month = index < 20 ? '09' : '10'
  const price = index < 20 ? 4_500 : 5_000
  const name =
    ['아메리카노(ICE)', '아이스 아메리카노', '크로와상', '크루아상', '딸기 에이드'][index % 5] ?? ''
  return `2026-${month}-${day} 1${index % 9}:20,${1_000 + index},${name},1,${price},${price},카드,${index % 2 === 0 ? '010-0000-1111' : ''}`
})
const sales = ['결제일시,주문번호,상품명,수량,단가,금액,결제수단,고객 연락처', ...rows].join('\r\n')

const give = async (page: Page, name: string, buffer: Buffer): Promise<void> => {
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles({ name, mimeType: 'application/octet-stream', buffer })
}

/** At the counter's PC, at a wider one, and on the owner's own screen, by day and by night. */
const pictures = async (app: RunningApp, page: Page, name: string): Promise<void> => {
  await app.screenshot(name)
  await page.setViewportSize({ width: 1366, height: 768 })
  await app.screenshot(`${name}-1366`)
  await page.setViewportSize({ width: 1920, height: 1080 })
  await page.emulateMedia({ colorScheme: 'dark' })
  await app.screenshot(`${name}-1920-dark`)
  await page.emulateMedia({ colorScheme: 'light' })
  await page.setViewportSize({ width: 1024, height: 768 })
}

test('customers, points and past sales move in, are undone, and products are joined', async ({
  app,
  page,
}) => {
  await openShop(app)
  await page.getByRole('button', { name: /사무실/ }).click()
  const rail = page.getByRole('navigation')
  await rail.getByRole('button', { name: '설정' }).click()
  await page.getByRole('button', { name: '옮겨 오기' }).click()
  await expect(page.getByRole('heading', { name: '다른 프로그램에서 옮겨 오기' })).toBeVisible()
  await app.screenshot('moving-1-file')

  await give(page, '옛날.xls', Buffer.from('d0cf11e0a1b11ae1', 'hex'))
  await expect(page.getByText(/옛날 엑셀/)).toBeVisible()
  await give(page, '고객현황.xlsx', await customers())
  await expect(page.getByRole('button', { name: '미리 보기' })).toBeEnabled()
  await pictures(app, page, 'moving-2-columns')
  await page.getByRole('button', { name: '미리 보기' }).click()
  await expect(page.getByText('아직 아무것도 넣지 않았어요.')).toBeVisible()
  await expect(page.getByRole('cell', { name: '박하늘' })).toBeVisible()
  await pictures(app, page, 'moving-3-preview')
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([])
  // A row can be singled out by its reason; nothing has been written.
  await page.getByRole('button', { name: /전화번호가 가려져 있어요/ }).click()
  await expect(page.getByRole('cell', { name: '한가람' })).toBeVisible()
  await expect(page.getByRole('cell', { name: '박하늘' })).toBeHidden()
  expect(await ask(app, 'customers.search', { query: '이서연' })).toEqual([])

  const move = page.getByRole('button', { name: /고객 5명 옮기기/ })
  await expect(move).toBeDisabled()
  await page.getByText('이분들이 개인정보를 맡기는 데 동의한 기록이').click()
  await move.click()
  await expect(page.getByText('다 옮겼어요')).toBeVisible()
  await pictures(app, page, 'moving-4-done')
  const [found] = await ask(app, 'customers.search', { query: '이서연' })
  expect(found?.points).toBe(3_400)
  await page.getByRole('button', { name: '못 넣은 줄 엑셀로 받기' }).click()
  const path = (await page.getByText(/넣지 못한 줄.*\.xlsx/).textContent()) ?? ''
  expect(readFile(readFileSync(path))[0]?.rows).toHaveLength(5)

  await page.getByRole('button', { name: '통째로 되돌리기' }).click()
  await expect(page.getByText('되돌렸어요', { exact: true })).toBeVisible()
  expect(await ask(app, 'customers.search', { query: '이서연' })).toEqual([])
  await page.getByRole('button', { name: '다른 파일 옮기기' }).click()
  await expect(page.getByRole('cell', { name: '고객현황.xlsx' })).toBeVisible()
  await app.screenshot('moving-5-runs')

  await give(page, '판매.csv', Buffer.from(sales))
  await page.getByRole('button', { name: '미리 보기' }).click()
  await page.getByRole('button', { name: '판매 40건 옮기기' }).click()
  await expect(page.getByText('다 옮겼어요')).toBeVisible()

  await rail.getByRole('button', { name: '상품' }).click()
  await expect(page.getByRole('heading', { name: '같은 상품인가요?' })).toBeVisible()
  await pictures(app, page, 'products-1-asks')
  await page.getByRole('button', { name: /아메리카노.*: 같아요/ }).click()
  await expect(page.getByText('이름 2가지')).toBeVisible()
  await page.getByRole('button', { name: /크.*상.*: 달라요/ }).click()
  await expect(page.getByRole('heading', { name: '같은 상품인가요?' })).toBeHidden()
  await page.getByRole('button', { name: '커피 분류에 넣기' }).click()
  await expect(page.getByRole('button', { name: '커피', exact: true })).toBeVisible()
  await page.getByRole('button', { name: /이름 2가지/ }).click()
  await expect(page.getByRole('heading', { name: '합쳐진 이름' })).toBeVisible()
  await expect(page.getByText(/2026-10-\d\d부터/)).toBeVisible()
  await pictures(app, page, 'products-2-detail')
  const again = await new AxeBuilder({ page }).analyze()
  expect(again.violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([])
  await page.getByRole('button', { name: '아이스 아메리카노 떼어 내기' }).click()
  await expect(page.getByText('이름 2가지')).toBeHidden()
  await page.keyboard.press('F8')
  await expect(page.getByText('이름 2가지')).toBeVisible()
})
