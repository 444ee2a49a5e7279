import { writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type BackendLab, passphrase, startLab, startOpenLab } from '../../helpers/backend-lab.ts'
import { temporaryFolder } from '../../helpers/ledger-lab.ts'
import { pathOf } from './backup-lab.ts'

const screen = {
  on: true,
  display: { id: 7, width: 1280, height: 800 },
  alone: 'window',
  restSeconds: 90,
  sign: 'check',
  notice: '오늘은 쑥라떼가 맛있어요',
  noticeToday: false,
} as const
const dot = `data:image/png;base64,${Buffer.from([0x89, 0x50, 0x4e, 0x47, 1, 2, 3]).toString('base64')}`
const plan = { folder: null, daily: true, dailyHour: 21, hourly: true }

const copied = async (target: string): Promise<string> => {
  const lab = await startOpenLab()
  await lab.call('guest.saveSettings', screen)
  await lab.call('guest.savePicture', { picture: dot })
  await lab.call('backup.saveSettings', plan)
  const { id } = await lab.call('backup.run', { target })
  await lab.close()
  return id
}

const restored = async (lab: BackendLab, target: string, id: string): Promise<void> => {
  await lab.call('backup.restore', { target, id, key: { passphrase } })
}

describe('settings beside the ledger', () => {
  it('come along to another PC: the guest’s screen with its picture, and when copies are made', async () => {
    const target = temporaryFolder()
    const lab = await startLab()
    await restored(lab, target, await copied(target))
    const now = await lab.call('guest.settings', {})
    // Its display was one of the other PC's.
    expect(now).toEqual({ ...screen, display: null, hasPicture: true })
    expect(await lab.call('guest.picture', {})).toMatchObject({ picture: dot })
    expect(lab.told('guest.placed').at(-1)).toEqual({ on: true, display: null, alone: 'window' })
    expect(await lab.call('backup.settings', {})).toMatchObject(plan)
    await lab.close()
    const again = await startLab({ folder: lab.folder })
    await again.call('ledger.unlock', { passphrase })
    expect(await again.call('guest.settings', {})).toEqual(now)
  })

  it('stay as they are where somebody has said something already', async () => {
    const target = temporaryFolder()
    const id = await copied(target)
    const lab = await startOpenLab()
    const own = { ...screen, display: null, notice: '어서오세요', restSeconds: 20 }
    const later = { ...plan, dailyHour: 9, hourly: false }
    await lab.call('guest.saveSettings', own)
    await lab.call('backup.saveSettings', later)
    await restored(lab, target, id)
    expect(await lab.call('guest.settings', {})).toEqual({ ...own, hasPicture: false })
    expect(await lab.call('backup.settings', {})).toMatchObject(later)
  })

  it('that somebody wrote into the copy are not believed: no such settings, or a picture that is none', async () => {
    const target = temporaryFolder()
    const id = await copied(target)
    const path = pathOf(target, id)
    writeFileSync(`${path}.backup.json`, '{"version":1,"settings":{"hourly":"yes"}}')
    const picture = `data:image/svg+xml;base64,${Buffer.from('<svg/>').toString('base64')}`
    const file = { ...screen, noticeOn: null, picture, shop: '시험가게' }
    writeFileSync(`${path}.guest-screen.json`, JSON.stringify(file))
    const lab = await startLab()
    await restored(lab, target, id)
    expect(await lab.call('guest.settings', {})).toEqual({ ...screen, display: null, hasPicture: false })
    expect(await lab.call('backup.settings', {})).toMatchObject({ daily: false, hourly: false })
    const other = await startLab()
    writeFileSync(`${path}.guest-screen.json`, '{"on":')
    await restored(other, target, id)
    expect(await other.call('guest.settings', {})).toMatchObject({ on: false })
  })
})
