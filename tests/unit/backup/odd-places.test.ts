import { existsSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { passphrase, startLab, startOpenLab } from '../../helpers/backend-lab.ts'
import { temporaryFolder } from '../../helpers/ledger-lab.ts'
import { filesOn, pathOf } from './backup-lab.ts'

const plan = { daily: false, dailyHour: 22, hourly: false }

describe('a place that somebody points at', () => {
  it('has to be a whole path, apart from the ledger: a word for each, and what was chosen stays', async () => {
    const lab = await startOpenLab()
    const good = temporaryFolder()
    await lab.call('backup.saveSettings', { ...plan, folder: good })
    for (const folder of ['backup', './backup', '~/backup']) {
      for (const [method, input] of [
        ['backup.saveSettings', { ...plan, folder }],
        ['backup.run', { target: folder }],
        ['backup.copies', { target: folder }],
      ] as const)
        expect({ method, ...(await lab.refused(method, input)) }).toMatchObject({
          method,
          code: 'backup.folder-incomplete',
        })
    }
    for (const folder of [lab.folder, join(lab.folder, 'logs'), `${lab.folder}/../${basename(lab.folder)}`]) {
      const target = folder
      expect(await lab.refused('backup.saveSettings', { ...plan, folder })).toMatchObject({
        code: 'backup.folder-own',
      })
      expect(await lab.refused('backup.run', { target })).toMatchObject({ code: 'backup.folder-own' })
    }
    expect(existsSync(join(lab.folder, 'dangol-backup'))).toBe(false)
    // Beside it, or with a longer name, is apart.
    await lab.call('backup.saveSettings', { ...plan, folder: `${lab.folder}-copies` })
    await lab.call('backup.saveSettings', { ...plan, folder: good })
    expect((await lab.call('backup.settings', {})).folder).toBe(good)

    // A file has no room, whatever its disk has.
    const file = join(temporaryFolder(), 'file')
    writeFileSync(file, 'x')
    await lab.call('backup.saveSettings', { ...plan, folder: file })
    const [target] = await lab.call('backup.targets', {})
    expect(target).toMatchObject({ path: file, freeBytes: null, fits: false })
    expect(await lab.refused('backup.run', { target: file })).toMatchObject({ code: 'backup.target-away' })
  })

  it('may be our own folder on the stick, or the shop’s in it: it is the stick that is meant', async () => {
    const lab = await startOpenLab()
    const stick = temporaryFolder()
    const copy = await lab.call('backup.run', { target: stick })
    const ours = join(stick, 'dangol-backup')
    const shops = join(ours, copy.id.split('/')[0] ?? '')
    for (const target of [ours, shops, `${ours}/`]) {
      expect(await lab.call('backup.copies', { target })).toEqual([copy])
      expect(await lab.call('backup.verify', { target, id: copy.id })).toMatchObject({ state: 'proven' })
    }
    await lab.call('backup.saveSettings', { ...plan, folder: ours })
    expect((await lab.call('backup.settings', {})).folder).toBe(stick)
    await lab.call('backup.run', { target: ours })
    expect(await lab.call('backup.copies', { target: stick })).toHaveLength(2)
    expect(existsSync(join(ours, 'dangol-backup'))).toBe(false)
    const other = await startLab()
    const key = { passphrase }
    expect(await other.call('backup.restore', { target: shops, id: copy.id, key })).toMatchObject({
      customers: 0,
    })
  })

  it('that has our folder’s name and copies below it is taken as it is', async () => {
    const lab = await startOpenLab()
    const stick = temporaryFolder()
    await lab.call('backup.run', { target: stick })
    // As if a folder of that name had been chosen before there was any meaning in it.
    const named = join(temporaryFolder(), 'dangol-backup')
    renameSync(stick, named)
    expect(await lab.call('backup.copies', { target: named })).toHaveLength(1)
  })
})

describe('a copy without its keys', () => {
  it('is refused as a copy that is not whole: the keys of this PC are not what is missing', async () => {
    const first = await startOpenLab()
    const target = temporaryFolder()
    const { id } = await first.call('backup.run', { target })
    rmSync(`${pathOf(target, id)}.keys`)
    const other = await startLab()
    expect(await other.refused('backup.restore', { target, id, key: { passphrase } })).toMatchObject({
      code: 'ledger.copy-damaged',
    })
    expect((await other.call('app.status', {})).phase).toBe('none')
    expect(filesOn(target).length).toBeGreaterThan(0)
  })
})

describe('everything, for leaving', () => {
  it('never makes the folder of a stick that is away, nor tries without end where nothing can be made', async () => {
    const lab = await startOpenLab()
    const away = join(temporaryFolder(), 'media', 'stick')
    for (const target of existsSync('/proc/self') ? [away, '/proc'] : [away])
      expect(await lab.refused('openExport.run', { target, zip: false, password: '' })).toMatchObject({
        code: 'backup.target-away',
      })
    expect(readdirSync(join(away, '..', '..'))).toEqual([])
  })
})
