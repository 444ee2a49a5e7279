import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { strangeBytes } from '../unit/teaching/strange-paper.ts'
import { expect, type RunningApp, test } from './fixture.ts'
import { ask, openShop } from './shop/shop.ts'
import { tap } from './shop/tap.ts'

/** Today in Korea as this till prints it, at a time of day. */
const todayAt = (time: string): string => {
  const [year, month, day] = new Date(Date.now() + 9 * 60 * 60_000).toISOString().slice(0, 10).split('-')
  return `${day}/${month}/${year} ${time}`
}

/** The walk as pictures, on the two screens that shops have. */
const picture = async (app: RunningApp, name: string): Promise<void> => {
  await app.screenshot(`${name}-1024`)
  await app.page.setViewportSize({ width: 1366, height: 768 })
  await app.screenshot(`${name}-1366`)
  await app.page.setViewportSize({ width: 1024, height: 768 })
}

const word = (page: Page, text: string): Locator =>
  page.getByRole('region', { name: '인쇄된 종이' }).getByRole('button', { name: text, exact: true })

test('a layout that nobody knows is taught by pointing at it, and what had been kept enters the ledger', async ({
  app,
  page,
}) => {
  const { pos } = await openShop(app, [])
  await pos.print(strangeBytes({ number: '0007', items: [['별사탕', 2, 3_000]], when: todayAt('14:05:09') }))
  await pos.print(strangeBytes({ number: '0008', items: [['엿', 5, 700]], when: todayAt('14:06:00') }))
  await pos.print(
    strangeBytes({
      number: '0009',
      when: todayAt('14:07:30'),
      items: [
        ['달고나 라떼', 1, 5_500],
        ['조청', 3, 4_500],
      ],
    }),
  )
  await page.getByRole('button', { name: '확인 필요 3건' }).click()
  await expect(page.getByText('왜 여기 있나요?')).toBeVisible()
  await picture(app, 'walk-1-kept')
  await page.getByRole('button', { name: '이 종이 가르치기' }).click()
  await expect(page.getByText('손님이 낸 합계 금액을 눌러 주세요.')).toBeVisible()
  await picture(app, 'walk-2-question')

  const reading = page.getByRole('region', { name: '이렇게 읽었어요' })
  await word(page, '19,000').first().click()
  await expect(page.getByText('판매한 날짜를 눌러 주세요.')).toBeVisible()
  await word(page, todayAt('').trim()).click()
  await expect(reading).toContainText('14:07')
  // A finger does what the mouse does, and so do the arrow keys.
  await tap(word(page, '달고나'))
  await word(page, '1').focus()
  await page.keyboard.press('Enter')
  await expect(page.getByText('그 품목의 금액을 눌러 주세요.')).toBeVisible()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await word(page, '0009').click()
  await expect(reading).toContainText('모두 맞아떨어져요.')
  await picture(app, 'walk-3-pointed')
  await page.getByRole('textbox', { name: '다른 종이에 찍히는 낱말' }).fill('도로물림')
  await page.getByRole('button', { name: '알려 주기' }).click()
  await page.getByRole('button', { name: '없어요', exact: true }).click()

  await page.getByRole('textbox', { name: '이 종이의 이름' }).fill('은하수 POS')
  await page.getByRole('button', { name: '무엇이 바뀌는지 보기' }).click()
  await expect(page.getByText('장부에 새로 들어갈 종이 3장')).toBeVisible()
  await picture(app, 'walk-4-tried')
  // Nothing has been applied so far.
  expect(await ask(app, 'receipts.recent', { limit: 10 })).toEqual([])
  await page.getByRole('button', { name: '저장하고 적용하기' }).click()
  await expect(page.getByText('읽지 못했던 종이 3장이 장부에 들어갔어요.')).toBeVisible()
  await expect(page.getByRole('navigation').getByText('3', { exact: true })).toBeHidden()
  await picture(app, 'walk-5-saved')
  const totals = (await ask(app, 'receipts.recent', { limit: 10 })).map((row) => row.total)
  expect(totals.sort((a, b) => a - b)).toEqual([3_500, 6_000, 19_000])

  await page.getByRole('button', { name: '확인 필요로 돌아가기' }).click()
  await expect(page.getByText('확인할 종이가 없어요')).toBeVisible()
  await page.getByRole('navigation').getByRole('button', { name: '영수증' }).click()
  await expect(page.getByText('달고나 라떼').first()).toBeVisible()
  await picture(app, 'walk-6-ledger')
  // From now on it reads by itself; a second print of the same sale adds nothing.
  await pos.print(strangeBytes({ number: '0010', items: [['엿', 1, 700]], when: todayAt('14:09:00') }))
  await pos.print(strangeBytes({ number: '0008', items: [['엿', 5, 700]], when: todayAt('14:06:00') }))
  await pos.print(strangeBytes({ items: [['엿', 1, 700]], when: todayAt('14:20:00'), mark: '도로물림' }))
  await expect.poll(async () => (await ask(app, 'receipts.recent', { limit: 10 })).length).toBe(5)
  const [refund] = (await ask(app, 'receipts.recent', { limit: 10 })).filter(({ kind }) => kind === 'refund')
  expect(refund?.total).toBe(-700)
  expect(await ask(app, 'review.list', {})).toEqual([])
})

test('papers that are no sale are put aside for good; what was taught goes out as a file and comes in again', async ({
  app,
  page,
}) => {
  const { pos } = await openShop(app, [])
  await pos.print(strangeBytes({ mark: '물건 들어옴', items: [['엿', 30, 500]], when: todayAt('09:01:00') }))
  await pos.print(strangeBytes({ mark: '물건 들어옴', items: [['조청', 9, 900]], when: todayAt('09:02:00') }))
  await page.getByRole('button', { name: '확인 필요 2건' }).click()
  await page.getByRole('button', { name: '이런 종이는 늘 빼기' }).click()
  await page.getByRole('textbox', { name: '이 종이의 이름' }).fill('입고표')
  await page.getByRole('button', { name: '무엇이 바뀌는지 보기' }).click()
  await expect(page.getByText('확인 필요에서 빠질 종이 2장')).toBeVisible()
  await app.screenshot('teaching-no-sale')
  await page.getByRole('button', { name: '저장하고 적용하기' }).click()
  await expect(page.getByText('종이 2장을 확인 필요에서 뺐어요.')).toBeVisible()

  await page.getByRole('navigation').getByRole('button', { name: '설정' }).click()
  await page.getByRole('button', { name: '입고표 파일로 내보내기' }).click()
  const file = join(app.dataFolder, 'exports', '입고표.dangol-layout.json')
  await expect(page.getByText(file)).toBeVisible()
  await page.getByRole('button', { name: '입고표 지우기' }).click()
  await expect(page.getByText(/아직 가르친 종이가 없어요/)).toBeVisible()
  const input = page.locator('input[type=file][accept=".json"]')
  await input.setInputFiles({ name: 'x.json', mimeType: 'application/json', buffer: Buffer.from('{}') })
  await expect(page.getByText('이 파일은 쓸 수 없어요.')).toBeVisible()
  await input.setInputFiles(file)
  await expect(page.getByText('들여온 종이를 적용할까요?')).toBeVisible()
  await page.getByRole('button', { name: '저장하고 적용하기' }).click()
  await expect(page.getByRole('button', { name: '입고표 지우기' })).toBeVisible()
  await page.getByRole('heading', { name: '가르친 종이' }).scrollIntoViewIfNeeded()
  await app.screenshot('teaching-layouts')
  await pos.print(strangeBytes({ mark: '물건 들어옴', items: [['엿', 1, 500]], when: todayAt('09:03:00') }))
  await pos.print(strangeBytes({ items: [['엿', 1, 500]], when: todayAt('09:04:00') }))
  await expect.poll(async () => (await ask(app, 'review.list', {})).length).toBe(1)
})

test('one paper is written down by hand, and what was read at first stays beside it', async ({
  app,
  page,
}) => {
  const { pos } = await openShop(app, [])
  await pos.print(strangeBytes({ number: '0007', items: [['별사탕', 2, 3_000]], when: todayAt('14:05:09') }))
  await page.getByRole('button', { name: '확인 필요 1건' }).click()
  await page.getByRole('button', { name: '직접 적기' }).click()
  await page.getByRole('textbox', { name: '날짜' }).fill('어제쯤')
  await expect(page.getByText('2026-11-22 14:05처럼 적어 주세요.')).toBeVisible()
  await expect(page.getByRole('button', { name: '장부에 넣기' })).toBeDisabled()
  await page.getByRole('textbox', { name: '날짜' }).fill('2026-11-22 14:05')
  await page.getByRole('textbox', { name: '합계' }).fill('5,500')
  await page.getByRole('textbox', { name: '품목 이름' }).first().fill('별사탕 큰것')
  await page.getByRole('button', { name: '담은개수 지우기' }).click()
  await page.getByRole('button', { name: '나라몫 지우기' }).click()
  await expect(page.getByText(/할인으로 적어요/)).toBeVisible()
  await app.screenshot('teaching-by-hand')
  await page.getByRole('button', { name: '장부에 넣기' }).click()
  await expect(page.getByText('확인할 종이가 없어요')).toBeVisible()
  const [receipt] = await ask(app, 'receipts.recent', { limit: 5 })
  expect(receipt).toMatchObject({ total: 5_500, lines: [{ name: '별사탕 큰것', amount: 6_000 }] })
})
