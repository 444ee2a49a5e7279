import { openSerialPos } from '#backend/devices/simulated/pos.port.ts'
import { createPtyCable, hasSocat } from '../helpers/devices/pty-cable.ts'
import { expect, test } from './fixture.ts'
import { saleBytes } from './shop/receipts.ts'
import { ask, openShop } from './shop/shop.ts'

test('ways that sit in the line say so plainly, and are set up by pointer', async ({ app, page }) => {
  await openShop(app, [])
  await page.keyboard.press('F9')
  await expect(page.getByText('듣기만 해요. 이 PC가 꺼져도 POS 인쇄는 그대로예요.')).toBeVisible()
  await page.getByRole('button', { name: 'POS 연결 추가' }).click()
  await page.getByRole('button', { name: /사이에 끼우기 \(네트워크\)/ }).click()
  await expect(page.getByText(/이 PC나 단골장부가 꺼지면 이 POS의 인쇄도 멈춰요/)).toBeVisible()
  await page.getByText('이 PC 안에서만').first().click()
  await page.getByRole('textbox', { name: '포트 번호', exact: true }).fill('9166')
  await page.getByRole('button', { name: '이렇게 연결하기' }).click()
  await expect(page.getByText('프린터 주소를 적어 주세요.')).toBeVisible()
  await page.getByRole('textbox', { name: '프린터 주소' }).fill('127.0.0.1')
  await page.getByRole('textbox', { name: '프린터 포트 번호' }).fill('9166')
  await page.getByRole('button', { name: '이렇게 연결하기' }).click()
  await expect(page.getByText(/POS 쪽과 프린터 쪽이 같은 곳이에요/)).toBeVisible()
  await page.getByRole('textbox', { name: '프린터 포트 번호' }).fill('9167')
  await page.getByRole('button', { name: '이렇게 연결하기' }).click()
  await expect(page.getByText('127.0.0.1:9166 → 127.0.0.1:9167')).toBeVisible()
  expect(await ask(app, 'sources.list', {})).toContainEqual(
    expect.objectContaining({ kind: 'forward', host: '127.0.0.1', port: 9166, printerPort: 9167 }),
  )
  await page.getByText('어떻게 연결하나요?').click()
  await expect(page.getByRole('img', { name: 'Y 케이블 (시리얼 프린터)' })).toBeVisible()
  await app.screenshot('wiring')
  await page.getByRole('img', { name: '사이에 끼우기 (네트워크)' }).scrollIntoViewIfNeeded()
  await app.screenshot('wiring-in-the-line')
})

test('a line that nobody knows the settings of: the guide listens, proposes what reads, and it is used', async ({
  app,
  page,
}) => {
  test.skip(!hasSocat, 'socat is not installed')
  const cable = createPtyCable()
  await cable.plug()
  try {
    await openShop(app, [])
    await ask(app, 'sources.save', {
      id: 'line',
      name: '낯선 POS',
      enabled: true,
      encoding: 'utf8',
      idleGapMs: 500,
      kind: 'serial',
      path: cable.here,
      baudRate: 1200,
      dataBits: 8,
      parity: 'none',
      stopBits: 1,
    })
    await page.keyboard.press('F9')
    await page.getByRole('button', { name: '고치기' }).nth(1).click()
    await page.getByText('자세한 통신 설정').click()
    await page.getByRole('button', { name: '설정 찾아보기' }).click()
    await expect(page.getByText('영수증을 기다리고 있어요.')).toBeVisible()
    await app.screenshot('finder-waiting')
    const pos = await openSerialPos(cable.there)
    const found = page.getByText('이렇게 하면 읽혀요')
    let print = 0
    await expect(async () => {
      print += 1
      await pos.print(saleBytes(50 + print, [['아메리카노', 4_500, 1]]))
      await expect(found).toBeVisible({ timeout: 500 })
    }).toPass({ timeout: 15_000 })
    await expect(page.getByLabel('읽은 글자')).toContainText('사업자번호')
    await page.getByRole('button', { name: '이 설정 쓰기' }).click()
    await app.screenshot('finder-found')
    await page.getByRole('button', { name: '저장', exact: true }).first().click()
    await expect(page.getByText(`${cable.here} · 9600`)).toBeVisible()
    expect(await ask(app, 'sources.list', {})).toContainEqual(
      expect.objectContaining({ id: 'line', baudRate: 9600, encoding: 'cp949' }),
    )
    await pos.close()
  } finally {
    await cable.remove()
  }
})
