import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate as turn } from 'node:timers/promises'
import type { Page } from '@playwright/test'
import { expect, RunningApp, test } from './fixture.ts'
import { saleBytes } from './shop/receipts.ts'
import { ask, openShop, passphrase } from './shop/shop.ts'

/** The walk as pictures; those that matter most also on the other screen that shops have. */
const picture = (app: RunningApp, name: string): Promise<string> => app.screenshot(`walk-backup-${name}-1024`)

const pictures = async (app: RunningApp, name: string): Promise<void> => {
  await picture(app, name)
  await app.page.setViewportSize({ width: 1366, height: 768 })
  await app.screenshot(`walk-backup-${name}-1366`)
  await app.page.setViewportSize({ width: 1024, height: 768 })
}

const openBackup = async (page: Page): Promise<void> => {
  await page.keyboard.press('F9')
  await page.getByRole('navigation').getByRole('button', { name: '백업' }).click()
}

const filesBelow = (folder: string): string[] => {
  try {
    return readdirSync(folder, { recursive: true }).map(String)
  } catch {
    return []
  }
}

/** One bit of the newest copy. */
const rotNewest = async (app: RunningApp, target: string): Promise<void> => {
  const [newest] = await ask(app, 'backup.copies', { target })
  const copy = join(target, 'dangol-backup', `${newest?.id}.dangol`)
  const bytes = readFileSync(copy)
  bytes[9_000] = (bytes[9_000] ?? 0) ^ 1
  writeFileSync(copy, bytes)
}

/**
 * Pulls the stick while a copy is on its way: the backend is held still when the first half of it lies there, so that it
 * really is the middle, however fast or slow this machine is.
 */
const pulledInTheMiddle = async (app: RunningApp, stick: string): Promise<void> => {
  const pid = await app.backendPid()
  if (pid === null) throw new Error('There is no backend')
  const button = app.page.getByRole('button', { name: '지금 백업' })
  const whole = () => filesBelow(stick).filter((name) => name.endsWith('.manifest.json')).length
  for (let round = 0; round < 20; round += 1) {
    const before = whole()
    await button.click()
    while (whole() === before && !filesBelow(stick).some((name) => name.endsWith('.part'))) await turn()
    process.kill(pid, 'SIGSTOP')
    const half = whole() === before
    if (half) {
      await picture(app, '3-running')
      rmSync(stick, { recursive: true })
    }
    process.kill(pid, 'SIGCONT')
    if (half) return
    await expect(button).toBeEnabled()
  }
  throw new Error('The stick was never pulled in the middle')
}

test('backed up to a folder; a stick pulled out in the middle counts for nothing; one that rotted is told', async ({
  app,
  page,
}) => {
  const target = mkdtempSync(join(tmpdir(), 'dangol-stick-'))
  try {
    await openShop(app)
    await expect(page.getByRole('banner')).toContainText('백업 아직 없음')
    await openBackup(page)
    await expect(page.getByText('아직 백업이 없어요')).toBeVisible()
    await picture(app, '1-none')
    await app.evaluate(({ dialog }, chosen) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] })
    }, target)
    await page.getByRole('button', { name: '고르기' }).click()
    await expect(page.getByRole('textbox', { name: '백업할 폴더' })).toHaveValue(target)
    await page.getByRole('button', { name: '저장' }).click()
    // Pressed twice, as many do: it is one backup, and nobody is told off.
    await page.getByRole('button', { name: '지금 백업' }).dblclick()
    await expect(page.getByText('손님 3명, 영수증 0건이 담겼어요.')).toBeVisible()
    await expect(page.getByText('백업이 이미 돌아가고 있어요')).toHaveCount(0)
    await expect(page.getByText(/마지막 백업 오늘 \d\d:\d\d, 검증됨/)).toBeVisible()
    await expect(page.getByRole('table')).toContainText('3명')
    await pictures(app, '2-first')
    await page.keyboard.press('F9')
    await expect(page.getByRole('banner')).toContainText(/백업 오늘 \d\d:\d\d 검증됨/)

    // Another stick goes in the middle of a copy: nothing of it counts, and the first one is as good as before.
    const stick = join(target, 'stick')
    mkdirSync(stick)
    await ask(app, 'backup.saveSettings', { folder: stick, daily: false, dailyHour: 22, hourly: false })
    await openBackup(page)
    await expect(page.getByText('여기에는 백업이 없어요.')).toBeVisible()
    await pulledInTheMiddle(app, stick)
    await expect(page.getByText(/그 자리에 닿지 않아요/)).toBeVisible()
    await expect(page.getByText(/마지막 백업 오늘 \d\d:\d\d, 검증됨/)).toBeVisible()
    await page.getByRole('button', { name: '다시 찾기' }).click()
    await expect(page.getByText('지금은 닿지 않아요')).toBeVisible()
    await picture(app, '3-pulled')
    await page.getByRole('region', { name: '기록장' }).scrollIntoViewIfNeeded()
    await picture(app, '3-journal')
    await ask(app, 'backup.saveSettings', { folder: target, daily: false, dailyHour: 22, hourly: false })
    await page.getByRole('button', { name: '다시 찾기' }).click()
    await expect(page.getByRole('row')).toHaveCount(2)

    // The same once more; it rots on its stick.
    await page.getByRole('button', { name: '지금 백업' }).click()
    await expect(page.getByRole('row')).toHaveCount(3)
    await rotNewest(app, target)
    await page.getByRole('button', { name: '읽어서 확인' }).first().click()
    await expect(page.getByText('온전하지 않음')).toBeVisible()
    await expect(page.getByText('마지막 백업이 온전하지 않아요')).toBeVisible()
    await expect(page.getByRole('button', { name: '되살리기' })).toHaveCount(1)
    await pictures(app, '4-rotten')
  } finally {
    rmSync(target, { recursive: true, force: true })
  }
})

test('restored on an empty PC by the passphrase alone; a rotten copy is refused there too', async ({
  app,
}) => {
  const target = mkdtempSync(join(tmpdir(), 'dangol-stick-'))
  const other = new RunningApp({ viewport: { width: 1024, height: 768 }, colorScheme: 'dark' }, false)
  try {
    await openShop(app)
    for (let copies = 0; copies < 2; copies += 1) await ask(app, 'backup.run', { target })
    await rotNewest(app, target)
    await app.stop()
    const fresh = await other.start()
    await fresh.getByRole('button', { name: '백업에서 되살리기' }).click()
    await fresh.getByRole('textbox', { name: '백업이 있는 위치' }).fill(join(target, 'gone'))
    await fresh.getByRole('textbox', { name: '백업이 있는 위치' }).press('Enter')
    await expect(fresh.getByText(/그 자리에 닿지 않아요/)).toBeVisible()
    await picture(other, '5-place')
    await fresh.getByRole('textbox', { name: '백업이 있는 위치' }).fill(target)
    await fresh.getByRole('button', { name: '백업 찾기' }).click()
    await expect(fresh.getByText('3명')).toHaveCount(2)
    await pictures(other, '6-choice')
    // On this PC nobody knows yet that it is rotten: it is found before anything changes.
    await fresh.getByRole('button', { name: '이 백업으로' }).first().click()
    await fresh.getByLabel('암호', { exact: true }).fill(passphrase)
    await fresh.getByLabel('암호', { exact: true }).press('Enter')
    await expect(fresh.getByText(/온전하지 않아요/)).toBeVisible()
    expect((await ask(other, 'app.status', {})).phase).toBe('none')
    await picture(other, '7-refused')
    await fresh.getByRole('button', { name: '다른 백업 고르기' }).click()
    await fresh.getByRole('button', { name: '이 백업으로' }).last().click()
    await fresh.getByLabel('암호', { exact: true }).fill('이 암호는 아니에요 12')
    await fresh.getByLabel('암호', { exact: true }).press('Enter')
    await expect(fresh.getByRole('alert')).toBeVisible()
    await fresh.getByLabel('암호', { exact: true }).fill(passphrase)
    await fresh.getByRole('button', { name: '되살리기', exact: true }).click()
    await expect(fresh.getByRole('banner')).toContainText('달빛정류장')
    await expect(fresh.getByText('되살렸어요. 손님 3명, 영수증 0건이에요.')).toBeVisible()
    await picture(other, '8-restored')
    expect(await ask(other, 'customers.search', { query: '1234' })).toMatchObject([{ name: '박서준' }])
  } finally {
    await other.dispose()
    rmSync(target, { recursive: true, force: true })
  }
})

test('a ledger that is damaged is mended from a backup and the journal; what was there is kept, and all of it is on record', async ({
  app,
}) => {
  const target = mkdtempSync(join(tmpdir(), 'dangol-stick-'))
  try {
    const { pos } = await openShop(app)
    await pos.print(saleBytes(1, [['아메리카노(ICE)', 4_500, 1]]))
    await expect(app.page.getByText('이 영수증은 45점 적립이에요')).toBeVisible()
    await ask(app, 'backup.run', { target })
    const consent = { required: true, marketing: false } as const
    await ask(app, 'customers.join', { name: '두루미', phone: '010-0000-4321', consent })
    await app.stop()
    const ledger = join(app.dataFolder, 'ledger.dangol')
    writeFileSync(ledger, readFileSync(ledger).fill(0x5a, 4_096, 40_960))
    const page = await app.start()
    await page.getByLabel('암호', { exact: true }).fill(passphrase)
    await page.keyboard.press('Enter')
    await expect(page.getByText('장부를 열지 못했어요')).toBeVisible()
    await pictures(app, '9-hurt')
    await page.getByRole('button', { name: '백업에서 되살리기' }).click()
    await page.getByRole('textbox', { name: '백업이 있는 위치' }).fill(target)
    await page.getByRole('button', { name: '백업 찾기' }).click()
    await page.getByRole('button', { name: '이 백업으로' }).click()
    await expect(page.getByText('지우지 않고')).toBeVisible()
    await picture(app, '10-key')
    await page.getByLabel('암호', { exact: true }).fill(passphrase)
    await page.getByLabel('암호', { exact: true }).press('Enter')
    await expect(page.getByText('되살렸어요. 손님 4명, 영수증 1건이에요.')).toBeVisible()
    await expect(page.getByText(/백업 뒤의 기록 \d+건도 다시 적었어요./)).toBeVisible()
    await picture(app, '11-mended')
    expect(await ask(app, 'customers.search', { query: '4321' })).toMatchObject([{ name: '두루미' }])
    expect(readdirSync(app.dataFolder)).toContain('ledger.dangol.damaged-1')

    await page.keyboard.press('F9')
    await page.getByRole('navigation').getByRole('button', { name: '직원·기록' }).click()
    await page.getByRole('button', { name: '펼치기' }).click()
    await expect(
      page.getByRole('cell', { name: '찾음' }).or(page.getByRole('cell').first()).first(),
    ).toBeVisible()
    await picture(app, '12-access')
  } finally {
    rmSync(target, { recursive: true, force: true })
  }
})
