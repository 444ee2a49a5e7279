import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { manifestPath } from '#backend/platform/ledger/copy-manifest.ts'
import { passphrase, startLab, startOpenLab } from '../../helpers/backend-lab.ts'
import { filesBelow, temporaryFolder } from '../../helpers/ledger-lab.ts'
import { filesOn, joined, pathOf, rot } from './backup-lab.ts'

describe('a backup', () => {
  it('lies on its target whole, is told in the status line, and says nothing about anybody', async () => {
    const lab = await startOpenLab()
    const target = temporaryFolder()
    await joined(lab, '까치발', '010-0000-7788')
    expect((await lab.call('app.status', {})).lastBackup).toBeNull()
    const copy = await lab.call('backup.run', { target })
    expect(copy).toMatchObject({ customers: 1, receipts: 0, state: 'proven', ownShop: true })
    expect(copy.checkCode).toMatch(/^[0-9A-F]{8}$/)
    const stamp = copy.id.split('/')[1]
    expect(filesOn(target)).toEqual([
      `${stamp}.dangol`,
      `${stamp}.dangol.keys`,
      `${stamp}.dangol.manifest.json`,
    ])
    expect((await lab.call('app.status', {})).lastBackup).toEqual({ at: copy.at, proven: true })
    expect(lab.told('app.changed').at(-1)?.lastBackup).toEqual({ at: copy.at, proven: true })
    const steps = lab.told('backup.progress').map(({ step, part }) => ({ step, part }))
    expect(steps.length).toBeGreaterThanOrEqual(2)
    expect(lab.told('backup.progress').at(-1)).toMatchObject({ running: false })
    expect(existsSync(join(lab.folder, 'backup-making'))).toBe(false)
    for (const { path, bytes } of filesBelow(target)) {
      expect(path).not.toMatch(/까치|7788/)
      expect(bytes.includes('까치발')).toBe(false)
      expect(bytes.includes('00007788')).toBe(false)
    }
    expect(await lab.call('backup.copies', { target })).toEqual([copy])
  })

  it('is listed on another PC without any key, as not proven there until it is read through', async () => {
    const lab = await startOpenLab()
    const target = temporaryFolder()
    const { id } = await lab.call('backup.run', { target })
    const other = await startLab()
    expect(await other.call('backup.copies', { target })).toMatchObject([{ id, state: 'unproven' }])
    expect(await other.call('backup.verify', { target, id })).toMatchObject({ state: 'proven' })
    expect(await other.call('backup.copies', { target })).toMatchObject([{ id, state: 'proven' }])
  })

  it('that rotted is found when it is read through, wherever the byte lies, and is not the last good one', async () => {
    const lab = await startOpenLab()
    for (const at of [0, 0.3, 0.999]) {
      const target = temporaryFolder()
      const { id } = await lab.call('backup.run', { target })
      rot(pathOf(target, id), at)
      expect(await lab.call('backup.verify', { target, id })).toMatchObject({ state: 'rotten' })
      expect((await lab.call('app.status', {})).lastBackup).toMatchObject({ proven: false })
      expect(await lab.call('backup.copies', { target })).toMatchObject([{ state: 'rotten' }])
    }
  })

  it('whose manifest, keys or length are not right is rotten at first sight', async () => {
    const lab = await startOpenLab()
    const hurts: ((path: string) => void)[] = [
      (path) => rmSync(manifestPath(path)),
      (path) => rmSync(`${path}.keys`),
      (path) => rot(manifestPath(path), 0),
    ]
    for (const hurt of hurts) {
      const target = temporaryFolder()
      const { id } = await lab.call('backup.run', { target })
      hurt(pathOf(target, id))
      expect(await lab.call('backup.copies', { target })).toMatchObject([{ state: 'rotten' }])
    }
  })

  it('with figures that somebody changed in the manifest is found by the owner’s key', async () => {
    const lab = await startOpenLab()
    const target = temporaryFolder()
    const { id } = await lab.call('backup.run', { target })
    const path = manifestPath(pathOf(target, id))
    writeFileSync(path, readFileSync(path, 'utf8').replace('"customer": 0', '"customer": 9'))
    expect(await lab.call('backup.verify', { target, id })).toMatchObject({ state: 'rotten', customers: 9 })
  })

  it('leaves nothing behind where it was cancelled, and the one before is as it was', async () => {
    const lab = await startOpenLab()
    const target = temporaryFolder()
    const before = await lab.call('backup.run', { target })
    const files = filesOn(target)
    const running = lab.backend.call('backup.run', { target })
    expect(await lab.refused('backup.run', { target })).toMatchObject({ code: 'backup.running' })
    await lab.call('backup.cancel', {})
    expect(await running).toMatchObject({ ok: false, error: { code: 'backup.cancelled' } })
    expect(filesOn(target)).toEqual(files)
    expect(existsSync(join(lab.folder, 'backup-making'))).toBe(false)
    expect((await lab.call('app.status', {})).lastBackup).toEqual({ at: before.at, proven: true })
    expect(await lab.call('backup.progress', {})).toMatchObject({ running: false })
  })

  it('is refused in words where there is no such place, or it is not a folder', async () => {
    const lab = await startOpenLab()
    const gone = join(temporaryFolder(), 'gone')
    expect(await lab.refused('backup.run', { target: gone })).toMatchObject({ code: 'backup.target-away' })
    expect(await lab.refused('backup.copies', { target: gone })).toMatchObject({ code: 'backup.target-away' })
    const file = join(temporaryFolder(), 'file')
    writeFileSync(file, 'x')
    expect(await lab.refused('backup.run', { target: file })).toMatchObject({ code: 'backup.target-away' })
    expect(existsSync(gone)).toBe(false)
    expect(await lab.refused('backup.verify', { target: lab.folder, id: '../../etc/passwd' })).toMatchObject({
      code: 'ledger.copy-missing',
    })
  })

  it('is not made of the demo shop, and not while the ledger is locked', async () => {
    const lab = await startOpenLab()
    const target = temporaryFolder()
    await lab.call('ledger.lock', {})
    expect(await lab.refused('backup.run', { target })).toMatchObject({ code: 'ledger.locked' })
    expect(readdirSync(target)).toEqual([])
  })
})

describe('restoring', () => {
  it('needs the target and the passphrase, nothing else: on a PC that never saw the ledger', async () => {
    const first = await startOpenLab()
    const target = temporaryFolder()
    await joined(first, '까치발', '010-0000-7788')
    await first.call('printers.save', {
      id: 'screen',
      name: '화면',
      enabled: true,
      columns: 42,
      kind: 'screen',
    })
    const { id } = await first.call('backup.run', { target })
    await first.close()
    renameSync(first.folder, `${first.folder}-burnt`)
    rmSync(`${first.folder}-burnt`, { recursive: true })

    const second = await startLab()
    expect(
      await second.refused('backup.restore', { target, id, key: { passphrase: '아닌 암호 하나 둘' } }),
    ).toMatchObject({ code: 'ledger.wrong-passphrase' })
    expect(await second.call('app.status', {})).toMatchObject({ phase: 'none' })
    expect(readdirSync(second.folder).filter((name) => name.startsWith('ledger'))).toEqual([])
    expect(await second.call('backup.restore', { target, id, key: { passphrase } })).toEqual({
      customers: 1,
      receipts: 0,
      replayed: 0,
      complete: true,
      lost: { customers: 0, points: 0, receipts: 0, other: 0 },
      setAside: null,
    })
    expect(await second.call('app.status', {})).toMatchObject({ phase: 'open', shopName: '시험가게' })
    expect(await second.call('customers.search', { query: '7788' })).toMatchObject([{ name: '까치발' }])
    expect(await second.call('printers.list', {})).toMatchObject([{ id: 'screen' }])
    await second.close()
    const again = await startLab({ folder: second.folder })
    expect(await again.call('app.status', {})).toMatchObject({ phase: 'locked' })
    await again.call('ledger.unlock', { passphrase })
    await joined(again, '두루미', '010-0000-1111')
  })

  it('by the recovery code sets a new passphrase', async () => {
    const first = await startOpenLab()
    const target = temporaryFolder()
    const { id } = await first.call('backup.run', { target })
    const second = await startLab()
    const newPassphrase = '새로운 암호 여기 있어요 9'
    const key = { recoveryCode: first.recoveryCode, newPassphrase }
    expect(
      await second.refused('backup.restore', { target, id, key: { ...key, newPassphrase: 'short' } }),
    ).toMatchObject({ code: 'ledger.weak-passphrase' })
    await second.call('backup.restore', { target, id, key })
    await second.call('ledger.lock', {})
    expect(await second.refused('ledger.unlock', { passphrase })).toMatchObject({
      code: 'ledger.wrong-passphrase',
    })
    await second.call('ledger.unlock', { passphrase: newPassphrase })
  })

  it('keeps the present ledger aside and applies what its journal holds since', async () => {
    const lab = await startOpenLab()
    const target = temporaryFolder()
    await joined(lab, '까치발', '010-0000-7788')
    const { id } = await lab.call('backup.run', { target })
    await joined(lab, '두루미', '010-0000-1111')
    const done = await lab.call('backup.restore', { target, id, key: { passphrase } })
    expect(done).toMatchObject({ customers: 2, complete: true })
    expect(done.replayed).toBeGreaterThan(0)
    expect(existsSync(done.setAside ?? 'nowhere')).toBe(true)
    expect(await lab.call('customers.search', { query: '1111' })).toMatchObject([{ name: '두루미' }])
    await joined(lab, '뻐꾸기', '010-0000-2222')
    expect((await lab.call('app.status', {})).phase).toBe('open')
  })

  it('mends a ledger that is hurt', async () => {
    const lab = await startOpenLab()
    const target = temporaryFolder()
    await joined(lab, '까치발', '010-0000-7788')
    const { id } = await lab.call('backup.run', { target })
    await joined(lab, '두루미', '010-0000-1111')
    await lab.close()
    rot(join(lab.folder, 'ledger.dangol'), 0)
    const again = await startLab({ folder: lab.folder })
    expect(await again.refused('ledger.unlock', { passphrase })).toMatchObject({ code: 'ledger.damaged' })
    expect(await again.call('app.status', {})).toMatchObject({ phase: 'hurt' })
    expect(await again.call('backup.restore', { target, id, key: { passphrase } })).toMatchObject({
      customers: 2,
      complete: true,
    })
    expect(await again.call('app.status', {})).toMatchObject({ phase: 'open', problem: null })
  })

  it('of another shop puts the whole present one aside, with its keys and journal', async () => {
    const one = await startOpenLab()
    const target = temporaryFolder()
    await joined(one, '까치발', '010-0000-7788')
    const { id } = await one.call('backup.run', { target })
    const two = await startLab()
    const other = '다른 가게의 긴 암호 55'
    const { recoveryCode } = await two.call('ledger.create', { shopName: '다른 가게', passphrase: other })
    await two.call('ledger.confirmRecovery', { recoveryCode })
    expect(await two.call('backup.copies', { target })).toMatchObject([{ ownShop: false }])
    const { setAside } = await two.call('backup.restore', { target, id, key: { passphrase } })
    expect(await two.call('app.status', {})).toMatchObject({ shopName: '시험가게' })
    for (const suffix of ['', '.keys', '.journal']) expect(existsSync(`${setAside}${suffix}`)).toBe(true)
  })

  it('of a rotten copy is refused, and the open ledger goes on as if nothing had been asked', async () => {
    const lab = await startOpenLab()
    const target = temporaryFolder()
    await joined(lab, '까치발', '010-0000-7788')
    const { id } = await lab.call('backup.run', { target })
    rot(pathOf(target, id))
    expect(await lab.refused('backup.restore', { target, id, key: { passphrase } })).toMatchObject({
      code: 'ledger.copy-damaged',
    })
    expect(await lab.call('app.status', {})).toMatchObject({ phase: 'open' })
    await joined(lab, '두루미', '010-0000-1111')
    const empty = await startLab()
    mkdirSync(join(empty.folder, 'x'))
    expect(await empty.refused('backup.restore', { target, id, key: { passphrase } })).toMatchObject({
      code: 'ledger.copy-damaged',
    })
    expect(await empty.call('app.status', {})).toMatchObject({ phase: 'none' })
    await empty.call('ledger.create', { shopName: '새 가게', passphrase })
  })

  it('tells how far it is, and can be called off while the copy is read: nothing has changed then', async () => {
    let cancel = false
    const lab = await startOpenLab({
      onEvent({ name, payload }) {
        if (!cancel || name !== 'backup.progress') return
        if (typeof payload === 'object' && payload !== null && 'step' in payload && payload.step === 'read')
          void lab.backend.call('backup.cancel', {})
      },
    })
    const target = temporaryFolder()
    await joined(lab, '까치발', '010-0000-7788')
    const { id } = await lab.call('backup.run', { target })
    await joined(lab, '두루미', '010-0000-1111')
    const before = readdirSync(lab.folder).filter((name) => !/-(wal|shm)$/.test(name))
    cancel = true
    expect(await lab.refused('backup.restore', { target, id, key: { passphrase } })).toMatchObject({
      code: 'backup.cancelled',
    })
    expect(readdirSync(lab.folder).filter((name) => !/-(wal|shm)$/.test(name))).toEqual(before)
    expect(await lab.call('app.status', {})).toMatchObject({ phase: 'open' })
    cancel = false
    await lab.call('backup.restore', { target, id, key: { passphrase } })
    const steps = new Set(lab.told('backup.progress').map(({ step }) => step))
    expect(steps.has('read') && steps.has('rebuild')).toBe(true)
    expect(lab.told('backup.progress').at(-1)).toMatchObject({ running: false })
    expect(await lab.call('customers.search', { query: '1111' })).toMatchObject([{ name: '두루미' }])
  })

  it('takes the passphrase of the copy as well as the one it was changed to since', async () => {
    const lab = await startOpenLab()
    const target = temporaryFolder()
    const { id } = await lab.call('backup.run', { target })
    const newPassphrase = '새로운 암호 여기 있어요 9'
    await lab.call('ledger.unlockWithRecovery', { recoveryCode: lab.recoveryCode, newPassphrase })
    await lab.call('backup.restore', { target, id, key: { passphrase: newPassphrase } })
    expect(await lab.refused('ledger.unlock', { passphrase })).toMatchObject({
      code: 'ledger.wrong-passphrase',
    })
    await lab.call('backup.restore', { target, id, key: { passphrase } })
    await lab.call('ledger.unlock', { passphrase })
  })
})
