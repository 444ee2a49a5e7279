import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, RunningApp, test } from './fixture.ts'
import { ask, openShop, passphrase } from './shop/shop.ts'

test('backed up to a folder; a rotten copy is refused; restored on an empty PC by the passphrase', async ({
  app,
  page,
}) => {
  const target = mkdtempSync(join(tmpdir(), 'dangol-stick-'))
  const other = new RunningApp({ viewport: { width: 1024, height: 768 }, colorScheme: 'light' }, false)
  try {
    await openShop(app)
    await expect(page.getByRole('banner')).toContainText('백업 아직 없음')
    await page.keyboard.press('F9')
    await page.getByRole('navigation').getByRole('button', { name: '백업' }).click()
    await expect(page.getByText('아직 백업이 없어요')).toBeVisible()
    await app.screenshot('backup-none')
    await page.getByRole('textbox', { name: '백업할 폴더' }).fill(target)
    await page.getByRole('button', { name: '저장' }).click()
    await page.getByRole('button', { name: '지금 백업' }).click()
    await expect(page.getByText('손님 3명, 영수증 0건이 담겼어요.')).toBeVisible()
    await expect(page.getByText(/마지막 백업 오늘 \d\d:\d\d, 검증됨/)).toBeVisible()
    await expect(page.getByRole('table')).toContainText('3명')
    await app.screenshot('backup-made')
    await page.keyboard.press('F9')
    await expect(page.getByRole('banner')).toContainText(/백업 오늘 \d\d:\d\d 검증됨/)

    // The same copy twice; one of them rots on its stick.
    await page.keyboard.press('F9')
    await page.getByRole('navigation').getByRole('button', { name: '백업' }).click()
    await expect(page.getByRole('row')).toHaveCount(2)
    await page.getByRole('button', { name: '지금 백업' }).click()
    await expect(page.getByRole('row')).toHaveCount(3)
    const [newest] = await ask(app, 'backup.copies', { target })
    const copy = join(target, 'dangol-backup', `${newest?.id}.dangol`)
    const bytes = readFileSync(copy)
    bytes[9_000] = (bytes[9_000] ?? 0) ^ 1
    writeFileSync(copy, bytes)
    await page.getByRole('button', { name: '읽어서 확인' }).first().click()
    await expect(page.getByText('온전하지 않음')).toBeVisible()
    await expect(page.getByText('마지막 백업이 온전하지 않아요')).toBeVisible()
    await expect(page.getByRole('button', { name: '되살리기' })).toHaveCount(1)
    await app.screenshot('backup-rotten')

    const fresh = await other.start()
    await fresh.getByRole('button', { name: '백업에서 되살리기' }).click()
    await fresh.getByRole('textbox', { name: '백업이 있는 위치' }).fill(join(target, 'gone'))
    await fresh.getByRole('textbox', { name: '백업이 있는 위치' }).press('Enter')
    await expect(fresh.getByText(/백업할 곳이 없어졌어요/)).toBeVisible()
    await fresh.getByRole('textbox', { name: '백업이 있는 위치' }).fill(target)
    await fresh.getByRole('button', { name: '백업 찾기' }).click()
    await expect(fresh.getByText('3명')).toHaveCount(2)
    await other.screenshot('restore-choice')
    // On this PC nobody knows yet that it is rotten: it is found before anything changes.
    await fresh.getByRole('button', { name: '이 백업으로' }).first().click()
    await fresh.getByLabel('암호', { exact: true }).fill(passphrase)
    await fresh.getByLabel('암호', { exact: true }).press('Enter')
    await expect(fresh.getByText(/온전하지 않아요/)).toBeVisible()
    expect((await ask(other, 'app.status', {})).phase).toBe('none')
    await fresh.getByRole('button', { name: '뒤로' }).click()
    await fresh.getByRole('button', { name: '이 백업으로' }).last().click()
    await fresh.getByLabel('암호', { exact: true }).fill('이 암호는 아니에요 12')
    await fresh.getByLabel('암호', { exact: true }).press('Enter')
    await expect(fresh.getByRole('alert')).toBeVisible()
    await other.screenshot('restore-key')
    await fresh.getByLabel('암호', { exact: true }).fill(passphrase)
    await fresh.getByRole('button', { name: '되살리기', exact: true }).click()
    await expect(fresh.getByRole('banner')).toContainText('달빛정류장')
    await expect(fresh.getByText('되살렸어요. 손님 3명, 영수증 0건이에요.')).toBeVisible()
    await other.screenshot('restored')
    expect(await ask(other, 'customers.search', { query: '1234' })).toMatchObject([{ name: '박서준' }])
  } finally {
    await other.dispose()
    rmSync(target, { recursive: true, force: true })
  }
})

test('a ledger of 0 bytes is mended from a backup and the journal, and what was there is kept', async ({
  app,
}) => {
  const target = mkdtempSync(join(tmpdir(), 'dangol-stick-'))
  try {
    await openShop(app)
    await ask(app, 'backup.run', { target })
    const consent = { required: true, marketing: false } as const
    await ask(app, 'customers.join', { name: '두루미', phone: '010-0000-4321', consent })
    await app.stop()
    const ledger = join(app.dataFolder, 'ledger.dangol')
    writeFileSync(ledger, '')
    rmSync(`${ledger}-wal`, { force: true })
    const page = await app.start()
    await expect(page.getByText('장부를 열지 못했어요')).toBeVisible()
    await app.screenshot('restore-hurt')
    await page.getByRole('button', { name: '백업에서 되살리기' }).click()
    await page.getByRole('textbox', { name: '백업이 있는 위치' }).fill(target)
    await page.getByRole('button', { name: '백업 찾기' }).click()
    await page.getByRole('button', { name: '이 백업으로' }).click()
    await expect(page.getByText('지우지 않고')).toBeVisible()
    await page.getByLabel('암호', { exact: true }).fill(passphrase)
    await page.getByLabel('암호', { exact: true }).press('Enter')
    await expect(page.getByText('되살렸어요. 손님 4명, 영수증 0건이에요.')).toBeVisible()
    await expect(page.getByText(/백업 뒤의 기록 \d+건도 다시 적었어요./)).toBeVisible()
    expect(await ask(app, 'customers.search', { query: '4321' })).toMatchObject([{ name: '두루미' }])
    expect(readdirSync(app.dataFolder)).toContain('ledger.dangol.damaged-1')
  } finally {
    rmSync(target, { recursive: true, force: true })
  }
})
