import { readdirSync, truncateSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { expect, test } from './fixture.ts'
import { saleBytes } from './shop/receipts.ts'
import { hasSocat, pluggedIn, unplug } from './shop/serial.ts'
import { ask, freePort, openShop, passphrase } from './shop/shop.ts'

test('a ledger file of 0 bytes: its own sentence, and one button makes it whole without any backup', async ({
  app,
}) => {
  await openShop(app)
  await app.stop()
  truncateSync(join(app.dataFolder, 'ledger.dangol'), 0)
  const page = await app.start()
  await expect(page.getByRole('heading', { name: '장부를 열지 못했어요' })).toBeVisible()
  await expect(page.getByRole('alert')).toContainText('장부 파일이 비어 있어요(0바이트)')
  await expect(page.getByText('ledger.empty-file')).toBeVisible()
  await app.screenshot('hurt')
  await page.getByLabel('암호', { exact: true }).fill('그 암호가 아니에요')
  await page.getByRole('button', { name: '장부 고치기' }).click()
  await expect(page.getByRole('alert').last()).toContainText('암호')
  await page.getByLabel('암호', { exact: true }).fill(passphrase)
  await page.getByLabel('암호', { exact: true }).press('Enter')
  await expect(page.getByText('되살렸어요. 손님 3명, 영수증 0건이에요.')).toBeVisible()
  await page.keyboard.type('1234')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('article')).toContainText('박서준')
  expect(readdirSync(app.dataFolder)).toContain('ledger.dangol.damaged-1')
})

test('a ledger with flipped bytes is told apart from a wrong passphrase', async ({ app }) => {
  await openShop(app)
  await app.stop()
  writeFileSync(join(app.dataFolder, 'ledger.dangol'), Buffer.alloc(8_192, 0x5a))
  const page = await app.start()
  await page.getByLabel('암호', { exact: true }).fill(passphrase)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: '장부를 열지 못했어요' })).toBeVisible()
  await expect(page.getByRole('alert').first()).toContainText('지우지 마세요')
})

test('a port that another program has, and one that goes away, are said in words while the counter goes on', async ({
  app,
  page,
}) => {
  await openShop(app)
  const port = await freePort()
  const other = createServer()
  await new Promise<void>((resolve) => other.listen(port, '127.0.0.1', resolve))
  await page.getByRole('button', { name: '사무실' }).click()
  await page.getByRole('button', { name: '고치기' }).first().click()
  await page.getByRole('textbox', { name: '포트 번호' }).fill('99999')
  await page.getByRole('button', { name: '저장' }).first().click()
  await expect(page.getByText('1에서 65535 사이 숫자로 적어 주세요.')).toBeVisible()
  await page.getByRole('textbox', { name: '포트 번호' }).fill(String(port))
  await page.getByRole('button', { name: '저장' }).first().click()
  await expect(page.getByText(/이 네트워크 포트를 다른 프로그램이 쓰고 있어요/)).toBeVisible()
  await app.screenshot('settings-port-busy')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('alert')).toContainText('이 네트워크 포트를 다른 프로그램이 쓰고 있어요')
  await page.keyboard.type('1234')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('article')).toContainText('박서준')
  await new Promise((resolve) => other.close(resolve))
  await expect(page.getByRole('alert')).toBeHidden({ timeout: 15_000 })
})

test('a printer that is away: points are given, the screen says that no slip came out', async ({
  app,
  page,
}) => {
  const { pos } = await openShop(app)
  await ask(app, 'printers.remove', { id: 'screen' })
  await ask(app, 'printers.save', {
    id: 'printer',
    name: '전표 프린터',
    enabled: true,
    columns: 42,
    kind: 'tcp',
    host: '127.0.0.1',
    port: await freePort(),
  })
  await expect(page.getByRole('alert')).toContainText('프린터가 답하지 않아요')
  await pos.print(saleBytes(1, [['아메리카노(ICE)', 4_500, 1]]))
  await expect(page.getByText('이 영수증은 45점 적립이에요')).toBeVisible()
  await page.keyboard.type('1234')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('article')).toContainText('박서준')
  await page.keyboard.press('Enter')
  await expect(page.getByText('남은 포인트 45점')).toBeVisible()
  await expect(page.getByText('프린터가 준비되면 전표가 저절로 나와요.')).toBeVisible()
  await app.screenshot('printer-away')
  expect((await ask(app, 'counter.today', {})).attached).toBe(1)
})

test('a POS that is unplugged is said in words, and comes back by itself', async ({ app, page }) => {
  test.skip(!hasSocat, 'socat is not installed: no pair of serial ports')
  const line = join(app.userData, 'line')
  await openShop(app)
  let socat = await pluggedIn(line)
  try {
    await ask(app, 'sources.save', {
      id: 'serial',
      name: '옆 계산대',
      enabled: true,
      encoding: 'cp949',
      idleGapMs: 500,
      kind: 'serial',
      path: line,
      baudRate: 9_600,
      dataBits: 8,
      parity: 'none',
      stopBits: 1,
    })
    await expect(page.getByText('POS 연결됨')).toBeVisible()
    await unplug(socat)
    await expect(page.getByRole('alert')).toContainText('POS 연결이 끊겼어요. 선을 확인해 주세요.')
    await expect(page.getByText('POS 연결 끊김')).toBeVisible()
    socat = await pluggedIn(line)
    await expect(page.getByText('POS 연결됨')).toBeVisible()
    await expect(page.getByRole('alert')).toBeHidden()
  } finally {
    await unplug(socat)
  }
})

test('a second start of the program leaves the first one as it is', async ({ app, page }) => {
  await openShop(app)
  expect(await app.startAgain()).toBe(0)
  await page.keyboard.type('1234')
  await expect(page.getByRole('option', { name: /박서준/ })).toBeVisible()
})

test('a serial port that does not exist is said in words', async ({ app, page }) => {
  await openShop(app)
  await ask(app, 'sources.save', {
    id: 'serial',
    name: '옆 계산대',
    enabled: true,
    encoding: 'cp949',
    idleGapMs: 500,
    kind: 'serial',
    path: join(app.dataFolder, 'no-such-tty'),
    baudRate: 9_600,
    dataBits: 8,
    parity: 'none',
    stopBits: 1,
  })
  await expect(page.getByRole('alert')).toContainText('POS 연결이 끊겼어요. 선을 확인해 주세요.')
  await expect(page.getByText('POS 연결 끊김')).toBeVisible()
})

test('the backend dies: a sentence at most, and the counter is back by itself', async ({ app, page }) => {
  await openShop(app)
  await app.killBackend()
  await expect(page.getByLabel('암호', { exact: true })).toBeVisible()
  await page.getByLabel('암호', { exact: true }).fill(passphrase)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('combobox', { name: '손님 찾기' })).toBeVisible()
})
