import { rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createTill } from '#backend/devices/simulated/receipt-bytes.ts'
import type { Keychain } from '#backend/security/keychain.ts'
import { dialPos, listeningSource, passphrase, startLab, startOpenLab } from '../helpers/backend-lab.ts'
import { filesBelow } from '../helpers/ledger-lab.ts'

const till = createTill({ seed: 31, returns: 0 })

describe('the phases of a shop', () => {
  it('goes from nothing over an unconfirmed code to open, and tells each step', async () => {
    const lab = await startLab()
    expect(await lab.call('app.status', {})).toMatchObject({ phase: 'none' })
    expect(await lab.refused('ledger.create', { shopName: '가게', passphrase: 'short' })).toMatchObject({
      code: 'ledger.weak-passphrase',
    })
    const { recoveryCode } = await lab.call('ledger.create', { shopName: '가게', passphrase })
    expect(await lab.call('app.status', {})).toMatchObject({ phase: 'unconfirmed' })
    expect(await lab.refused('shop.get', {})).toMatchObject({ code: 'ledger.recovery-not-confirmed' })
    expect(await lab.refused('ledger.confirmRecovery', { recoveryCode: 'AAAA-BBBB' })).toMatchObject({
      code: 'ledger.wrong-recovery-code',
    })
    await lab.call('ledger.confirmRecovery', { recoveryCode: recoveryCode.replaceAll('-', ' ') })
    expect(lab.told('app.changed').map((status) => status.phase)).toEqual([
      'unconfirmed',
      'unconfirmed',
      'open',
    ])
  })

  it('an unconfirmed ledger can be confirmed after a restart, or be made anew', async () => {
    const first = await startLab()
    const { recoveryCode } = await first.call('ledger.create', { shopName: '하나', passphrase })
    await first.close()
    const second = await startLab({ folder: first.folder })
    expect(await second.call('app.status', {})).toMatchObject({ phase: 'unconfirmed' })
    await second.call('ledger.confirmRecovery', { recoveryCode })
    expect(await second.call('app.status', {})).toMatchObject({ phase: 'open', shopName: '하나' })
    await second.close()

    const other = await startLab()
    await other.call('ledger.create', { shopName: '둘', passphrase })
    const made = await other.call('ledger.create', { shopName: '셋', passphrase })
    await other.call('ledger.confirmRecovery', made)
    expect(await other.call('app.status', {})).toMatchObject({ phase: 'open', shopName: '셋' })
    expect(filesBelow(other.folder).some(({ path }) => path.includes('.unconfirmed-1'))).toBe(true)
  })

  it('captures while locked, counts what waits, and reads it when it is opened', async () => {
    const lab = await startOpenLab()
    const port = await listeningSource(lab)
    await lab.call('ledger.lock', {})
    const pos = await dialPos(port)
    const prints = [1, 2, 3].map((minute) => till.next(Date.now() - minute * 60_000))
    for (const print of prints) await pos.send(print.bytes)
    await pos.hangUp()
    const waits = async (): Promise<number> => (await lab.call('app.status', {})).waitingCaptures
    // Three papers and the end of the connection.
    const patience = Date.now() + 25_000
    while ((await waits()) < 2 && Date.now() < patience) await new Promise(setImmediate)
    expect(await waits()).toBeGreaterThanOrEqual(2)
    expect(lab.told('receipt.arrived')).toEqual([])
    expect(await lab.refused('ledger.unlock', { passphrase: 'not this one' })).toMatchObject({
      code: 'ledger.wrong-passphrase',
    })
    await lab.call('ledger.unlock', { passphrase })
    const arrived = await lab.toldTimes('receipt.arrived', 3)
    expect(arrived.map((row) => row.total)).toEqual(prints.map((print) => print.sale.total))
    expect(await waits()).toBe(0)
  })

  it('opens by itself where the owner allowed it, and only there', async () => {
    const vault = new Map<string, Uint8Array>()
    const keychain: Keychain = {
      protect: (secret) => {
        vault.set('box', Uint8Array.from(secret))
        return Promise.resolve(new TextEncoder().encode('box'))
      },
      unprotect: (box) => Promise.resolve(vault.get(new TextDecoder().decode(box)) ?? null),
    }
    const first = await startOpenLab({ keychain })
    await first.call('ledger.setUnattendedStart', { on: true })
    await first.close()
    const second = await startLab({ folder: first.folder, keychain })
    expect(await second.call('app.status', {})).toMatchObject({ phase: 'open', unattendedStart: true })
    await second.close()
    vault.clear()
    const third = await startLab({ folder: first.folder, keychain })
    expect(await third.call('app.status', {})).toMatchObject({ phase: 'locked' })
    await third.call('ledger.unlock', { passphrase })
    await third.call('ledger.setUnattendedStart', { on: false })
    expect(await third.call('app.status', {})).toMatchObject({ unattendedStart: false })
  })

  it.each([
    ['an empty ledger file', (path: string) => truncateSync(path, 0), 'ledger.empty-file'],
    ['a lost ledger file', (path: string) => rmSync(path), 'ledger.missing'],
    ['a lost key file', (path: string) => rmSync(`${path}.keys`), 'ledger.key-file-missing'],
    ['a broken key file', (path: string) => writeFileSync(`${path}.keys`, '{"x"'), 'ledger.key-file-damaged'],
  ] as const)('says what is wrong with %s, and answers everything', async (_name, damage, code) => {
    const first = await startOpenLab()
    await first.close()
    damage(join(first.folder, 'ledger.dangol'))
    const lab = await startLab({ folder: first.folder })
    expect(await lab.call('app.status', {})).toMatchObject({ phase: 'hurt', problem: { code } })
    expect(await lab.refused('counter.today', {})).toMatchObject({ code })
    expect((await lab.refused('ledger.unlock', { passphrase })).code).toMatch(/^ledger\./)
    expect(await lab.refused('ledger.create', { shopName: 'x', passphrase })).toMatchObject({
      code: 'ledger.exists',
    })
    await lab.call('sources.list', {})
  })

  it('a ledger with flipped bytes is told when it is opened, and goes on being captured', async () => {
    const first = await startOpenLab()
    await first.close()
    const path = join(first.folder, 'ledger.dangol')
    const file = filesBelow(first.folder).find((one) => one.path === path)
    const bytes = Buffer.from(file?.bytes ?? [])
    for (let at = 100; at < bytes.length; at += 997) bytes[at] = (bytes[at] ?? 0) ^ 0xff
    writeFileSync(path, bytes)
    const lab = await startLab({ folder: first.folder })
    expect(await lab.refused('ledger.unlock', { passphrase })).toMatchObject({ code: 'ledger.damaged' })
    expect(await lab.call('app.status', {})).toMatchObject({
      phase: 'hurt',
      problem: { code: 'ledger.damaged' },
    })
  })

  it('a second program on the same ledger is told that it is in use', async () => {
    const first = await startOpenLab()
    const second = await startLab({ folder: first.folder })
    expect(await second.call('app.status', {})).toMatchObject({
      phase: 'hurt',
      problem: { code: 'ledger.in-use' },
    })
    await first.close()
    await second.call('ledger.unlock', { passphrase })
    expect(await second.call('app.status', {})).toMatchObject({ phase: 'open' })
  })
})

describe('the demo shop', () => {
  it('is full of life, apart from the shop’s own ledger, and gone when it is left', {
    timeout: 120_000,
  }, async () => {
    const lab = await startOpenLab()
    await lab.call('ledger.openDemo', {})
    expect(await lab.call('app.status', {})).toMatchObject({ demo: true, phase: 'open' })
    const found = await lab.call('customers.search', { query: 'ㄱ' })
    expect(found.length).toBeGreaterThan(10)
    const card = await lab.call('customers.card', { customerId: found[0]?.id ?? 0 })
    expect(card.visits).toBeGreaterThan(0)
    expect(card.usual.length).toBeGreaterThan(0)
    expect(await lab.call('receipts.recent', { limit: 100 })).toHaveLength(100)
    expect(await lab.call('sources.list', {})).toMatchObject([{ kind: 'simulated' }])
    expect(await lab.call('printers.list', {})).toMatchObject([{ kind: 'screen' }])
    // It goes on after a restart, and the own ledger is where it was.
    await lab.close()
    const again = await startLab({ folder: lab.folder })
    expect(await again.call('app.status', {})).toMatchObject({ demo: true, phase: 'open' })
    await again.call('ledger.leaveDemo', {})
    expect(await again.call('app.status', {})).toMatchObject({ demo: false, phase: 'locked' })
    expect(filesBelow(again.folder).some(({ path }) => path.includes('demo'))).toBe(false)
  })
})
