import { mkdirSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { type BackupService, createBackup } from '#backend/backup/backup.service.ts'
import type { Drives } from '#backend/backup/drives.port.ts'
import { createSchedule } from '#backend/backup/schedule.service.ts'
import { epochOf } from '#shared/dates.ts'
import { forgetTemplate, freshLedger } from '../../helpers/fresh-ledger.ts'
import { temporaryFolder } from '../../helpers/ledger-lab.ts'
import { filesOn, pathOf, rot, sticks } from './backup-lab.ts'

forgetTemplate()
const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined }
const hour = 60 * 60 * 1000

const scheduleLab = async () => {
  const { ledger, folder } = await freshLedger()
  const clock = { at: epochOf(2026, 11, 22, 21, 0) ?? 0, now: () => clock.at }
  let drives: Drives = sticks()
  let asked = 0
  const backup: BackupService = createBackup({
    ledgerPath: ledger.path,
    folder,
    ledger: () => ledger,
    ledgerId: () => ledger.id,
    firstUnread: () => null,
    rebuild: () => Promise.reject(new Error('not here')),
    restore: () => Promise.reject(new Error('not here')),
    drives: {
      list() {
        asked += 1
        return drives.list()
      },
      freeBytes: (path) => drives.freeBytes(path),
    },
    clock,
    clockIsRight: () => true,
    log: quiet,
    emit: () => undefined,
    changed: () => undefined,
  })
  onTestFinished(() => backup.stop())
  const schedule = createSchedule({ backup, clock, log: quiet, isOpen: () => ledger.db.open })
  return {
    backup,
    schedule,
    clock,
    ledger,
    asked: () => asked,
    plug: (...paths: string[]) => {
      drives = sticks(...paths)
    },
  }
}

const ledgersOn = (target: string): number =>
  filesOn(target).filter((name) => name.endsWith('.dangol')).length

describe('backups by themselves', () => {
  it('do nothing, and look for nothing, until the owner chose a place', async () => {
    const { schedule, plug, asked } = await scheduleLab()
    const stick = temporaryFolder()
    plug(stick)
    await schedule.look()
    expect(filesOn(stick)).toEqual([])
    expect(asked()).toBe(0)
  })

  it('go to the folder once a day after the hour', async () => {
    const { backup, schedule, clock } = await scheduleLab()
    const folder = temporaryFolder()
    await backup.saveSettings({ folder, daily: true, dailyHour: 22, hourly: false })
    await schedule.look()
    expect(ledgersOn(folder)).toBe(1)
    for (const later of [30, 59, 90, 120]) {
      clock.at = (epochOf(2026, 11, 22, 21, 0) ?? 0) + later * 60_000
      await schedule.look()
    }
    expect(ledgersOn(folder)).toBe(2)
  })

  it('go hourly to a stick that was chosen once by hand, and leave any other stick alone', async () => {
    const { backup, schedule, clock, plug } = await scheduleLab()
    const [chosen, stranger] = [temporaryFolder(), temporaryFolder()]
    await backup.saveSettings({ folder: null, daily: false, dailyHour: 22, hourly: true })
    plug(chosen, stranger)
    await schedule.look()
    expect(filesOn(chosen)).toEqual([])
    await backup.run(chosen)
    clock.at += hour - 1
    await schedule.look()
    expect(ledgersOn(chosen)).toBe(1)
    clock.at += 1
    await schedule.look()
    expect(ledgersOn(chosen)).toBe(2)
    expect(filesOn(stranger)).toEqual([])
  })

  it('read a stick’s newest copy when it is put in again, and say when it rotted', async () => {
    const { backup, schedule, plug, clock } = await scheduleLab()
    const stick = join(temporaryFolder(), 'stick')
    mkdirSync(stick)
    await backup.saveSettings({ folder: null, daily: false, dailyHour: 22, hourly: true })
    plug(stick)
    const { id } = await backup.run(stick)
    await schedule.look()
    renameSync(stick, `${stick}-away`)
    plug()
    await schedule.look()
    renameSync(`${stick}-away`, stick)
    rot(pathOf(stick, id))
    plug(stick)
    clock.at += 60_000
    await schedule.look()
    expect(backup.last()).toMatchObject({ proven: false })
    expect(await backup.copies(stick)).toMatchObject([{ state: 'rotten' }])
    // A whole one takes its place as soon as it may.
    clock.at += hour
    await schedule.look()
    expect((await backup.copies(stick)).map(({ state }) => state)).toEqual(['proven', 'rotten'])
    expect(backup.last()).toMatchObject({ proven: true })
  })

  it('are not needed for a stick that is put in again to be read', async () => {
    const { backup, schedule, plug } = await scheduleLab()
    const stick = temporaryFolder()
    plug(stick)
    const { id } = await backup.run(stick)
    rot(pathOf(stick, id))
    await schedule.look()
    expect(await backup.copies(stick)).toMatchObject([{ id, state: 'rotten' }])
    expect(backup.last()).toMatchObject({ proven: false })
  })

  it('go on after a target that fails, and wait a little before they try it again', async () => {
    const { backup, schedule, plug, clock, ledger } = await scheduleLab()
    const stick = temporaryFolder()
    plug(stick)
    await backup.run(stick)
    await backup.saveSettings({ folder: join(stick, 'no', 'such'), daily: true, dailyHour: 1, hourly: true })
    clock.at += hour
    await schedule.look()
    expect(ledgersOn(stick)).toBe(2)
    ledger.close()
    clock.at += hour
    await schedule.look()
    expect(ledgersOn(stick)).toBe(2)
  })
})
