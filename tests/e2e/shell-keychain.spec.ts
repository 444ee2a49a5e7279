import { expect, type RunningApp, test } from './fixture.ts'

const makeLedger = async (app: RunningApp): Promise<void> => {
  const made = await app.call('ledger.create', { shopName: '열쇠 가게', passphrase: '한 번만 쓰는 긴 암호' })
  expect(made).toMatchObject({ ok: true })
  const { recoveryCode } = (made as { value: { recoveryCode: string } }).value
  expect(await app.call('ledger.confirmRecovery', { recoveryCode })).toMatchObject({ ok: true })
}

const status = async (app: RunningApp): Promise<unknown> => {
  const answer = await app.call('app.status', {})
  return answer.ok ? answer.value : answer.error
}

test.describe('on a PC with a keychain', () => {
  test.use({ keychain: true })

  test('the ledger opens by itself at the next start, when the owner allowed it', async ({ app }) => {
    await makeLedger(app)
    expect(await app.call('ledger.setUnattendedStart', { on: true })).toMatchObject({ ok: true })
    await app.restart()
    await expect.poll(() => status(app)).toMatchObject({ phase: 'open', unattendedStart: true })
    expect(await app.call('ledger.setUnattendedStart', { on: false })).toMatchObject({ ok: true })
    await app.restart()
    await expect.poll(() => status(app)).toMatchObject({ phase: 'locked', unattendedStart: false })
  })
})

test('without a keychain worth the name the ledger waits for its passphrase', async ({ app }) => {
  await makeLedger(app)
  await app.call('ledger.setUnattendedStart', { on: true })
  expect(await status(app)).toMatchObject({ unattendedStart: false })
  await app.restart()
  await expect.poll(() => status(app)).toMatchObject({ phase: 'locked', unattendedStart: false })
})

test('the backend goes on where it was when it died: locked again, nothing lost', async ({ app }) => {
  await makeLedger(app)
  const before = await app.killBackend()
  await expect.poll(() => app.backendPid().then((pid) => pid !== null && pid !== before)).toBe(true)
  await expect.poll(() => status(app)).toMatchObject({ phase: 'locked', shopName: null })
  expect(await app.call('ledger.unlock', { passphrase: '한 번만 쓰는 긴 암호' })).toMatchObject({ ok: true })
  expect(await status(app)).toMatchObject({ phase: 'open', shopName: '열쇠 가게' })
})
