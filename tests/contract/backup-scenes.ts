import { join } from 'node:path'
import { expect } from 'vitest'
import { type BackendLab, passphrase } from '../helpers/backend-lab.ts'
import { temporaryFolder } from '../helpers/ledger-lab.ts'

const made = async (lab: BackendLab): Promise<{ readonly target: string; readonly id: string }> => {
  const target = temporaryFolder()
  return { target, id: (await lab.call('backup.run', { target })).id }
}

const daily = (folder: string | null) => ({ folder, daily: true, dailyHour: 21, hourly: false })

/** A good call of each method of backup and restore. */
export const backupScenes = {
  'backup.settings': async (lab: BackendLab) => {
    expect(await lab.call('backup.settings', {})).toEqual({
      folder: null,
      daily: false,
      dailyHour: 22,
      hourly: false,
    })
  },
  'backup.saveSettings': async (lab: BackendLab) => {
    const folder = temporaryFolder()
    await lab.call('backup.saveSettings', daily(folder))
    expect(await lab.call('backup.settings', {})).toEqual(daily(folder))
  },
  'backup.targets': async (lab: BackendLab) => {
    const folder = temporaryFolder()
    await lab.call('backup.saveSettings', daily(folder))
    const targets = await lab.call('backup.targets', {})
    expect(targets[0]).toMatchObject({ path: folder, kind: 'folder', fits: true })
    await lab.call('backup.saveSettings', daily(join(folder, 'gone')))
    expect((await lab.call('backup.targets', {}))[0]).toMatchObject({ freeBytes: null, fits: false })
  },
  'backup.progress': async (lab: BackendLab) => {
    expect(await lab.call('backup.progress', {})).toMatchObject({ running: false })
  },
  'backup.run': async (lab: BackendLab) => {
    const target = temporaryFolder()
    expect(await lab.call('backup.run', { target })).toMatchObject({
      customers: 1,
      receipts: 1,
      state: 'proven',
    })
  },
  'backup.cancel': async (lab: BackendLab) => {
    expect(await lab.call('backup.cancel', {})).toEqual({})
  },
  'backup.journal': async (lab: BackendLab) => {
    expect(await lab.call('backup.journal', {})).toMatchObject({
      bytes: expect.any(Number),
      since: expect.any(Number),
      room: expect.stringMatching(/fine|disk-low/),
    })
  },
  'backup.copies': async (lab: BackendLab) => {
    const { target, id } = await made(lab)
    expect(await lab.call('backup.copies', { target })).toMatchObject([{ id }])
  },
  'backup.verify': async (lab: BackendLab) => {
    const { target, id } = await made(lab)
    expect(await lab.call('backup.verify', { target, id })).toMatchObject({ state: 'proven' })
    expect(await lab.refused('backup.verify', { target, id: 'nobody' })).toMatchObject({
      code: 'ledger.copy-missing',
    })
  },
  'backup.printProof': async (lab: BackendLab) => {
    const { target, id } = await made(lab)
    const copy = await lab.call('backup.printProof', { target, id })
    expect(copy).toMatchObject({ state: 'proven', customers: 1 })
    expect(copy.checkCode).toMatch(/^[0-9A-F]{8}$/)
    await lab.call('printers.remove', { id: 'screen' })
    expect(await lab.refused('backup.printProof', { target, id })).toMatchObject({ code: 'printer.none' })
  },
  'ledger.mend': async (lab: BackendLab) => {
    const { target } = await made(lab)
    await lab.call('backup.saveSettings', daily(target))
    const mended = await lab.call('ledger.mend', { passphrase })
    expect(mended).toMatchObject({ customers: 1, receipts: 1, complete: true })
    expect(mended.from).not.toBeNull()
    await lab.call('backup.saveSettings', daily(null))
    expect(await lab.call('ledger.mend', { passphrase })).toMatchObject({
      customers: 1,
      receipts: 1,
      complete: true,
      from: null,
    })
  },
  'backup.restore': async (lab: BackendLab) => {
    const place = await made(lab)
    expect(await lab.call('backup.restore', { ...place, key: { passphrase } })).toMatchObject({
      customers: 1,
      receipts: 1,
      complete: true,
    })
  },
}
