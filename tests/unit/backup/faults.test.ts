import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { Drives } from '#backend/backup/drives.port.ts'
import { passphrase, startLab, startOpenLab } from '../../helpers/backend-lab.ts'
import { temporaryFolder } from '../../helpers/ledger-lab.ts'
import { filesOn, joined, sticks } from './backup-lab.ts'

/** A system of files with room for little more than one copy; null where none may be mounted. */
const smallDisk = (kilobytes: number): string | null => {
  const path = join(temporaryFolder(), 'disk')
  mkdirSync(path)
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${kilobytes}k`, 'tmpfs', path]).status !== 0) return null
  onTestFinished(() => void spawnSync('umount', [path]))
  return path
}

const restores = async (target: string, customers: number): Promise<void> => {
  const fresh = await startLab()
  const copies = await fresh.call('backup.copies', { target })
  const good = copies.find((copy) => copy.state !== 'rotten')
  const id = good?.id ?? ''
  expect(await fresh.call('backup.restore', { target, id, key: { passphrase } })).toMatchObject({ customers })
}

const roomy: Drives = { list: () => Promise.resolve([]), freeBytes: () => Promise.resolve(1e12) }

describe('the last good copy always restores', () => {
  it('when the target fills up in the middle, and when too little room is seen before', async (context) => {
    // The system lies about the room, as it may when something else is written meanwhile.
    const lab = await startOpenLab({ drives: roomy })
    const target = smallDisk(1_500)
    if (target === null) {
      context.skip('no small disk may be mounted here')
      return
    }
    await joined(lab, '까치발', '010-0000-7788')
    await lab.call('backup.run', { target })
    let failure = null
    for (let round = 0; round < 5 && failure === null; round += 1) {
      const result = await lab.backend.call('backup.run', { target })
      if (!result.ok) failure = result.error
    }
    expect(failure).toMatchObject({ code: 'backup.no-space' })
    expect(filesOn(target).filter((name) => name.includes('.part'))).toEqual([])
    expect((await lab.call('app.status', {})).lastBackup).toMatchObject({ proven: true })
    await restores(target, 1)

    const careful = await startOpenLab({ drives: sticks(target) })
    expect(await careful.refused('backup.run', { target })).toMatchObject({
      code: 'backup.no-space',
      params: { needed: expect.any(Number) },
    })
  })

  it('when the stick is pulled in the middle', async () => {
    const target = temporaryFolder()
    const stick = join(target, 'stick')
    mkdirSync(stick)
    let pull = false
    const lab = await startOpenLab({
      onEvent({ name, payload }) {
        if (!pull || name !== 'backup.progress') return
        if (typeof payload === 'object' && payload !== null && 'step' in payload && payload.step === 'copy')
          rmSync(stick, { recursive: true })
      },
    })
    await joined(lab, '까치발', '010-0000-7788')
    const good = temporaryFolder()
    await lab.call('backup.run', { target: good })
    pull = true
    expect(await lab.refused('backup.run', { target: stick })).toMatchObject({ code: 'backup.target-away' })
    expect(existsSync(stick)).toBe(false)
    expect(existsSync(join(lab.folder, 'backup-making'))).toBe(false)
    expect(await lab.call('backup.progress', {})).toMatchObject({ running: false })
    await joined(lab, '두루미', '010-0000-1111')
    await restores(good, 1)
  })

  it.each(['snapshot', 'copy', 'check'])('when the program is killed at the step %s', async (step) => {
    const lab = await startOpenLab()
    const target = temporaryFolder()
    await joined(lab, '까치발', '010-0000-7788')
    await lab.call('backup.run', { target })
    await joined(lab, '두루미', '010-0000-1111')
    await lab.close()
    const program = join(import.meta.dirname, 'killed-program.ts')
    const { signal } = spawnSync(process.execPath, [program, lab.folder, target, step, passphrase], {
      stdio: 'ignore',
      timeout: 60_000,
    })
    expect(signal).toBe('SIGKILL')
    await restores(target, 1)
    const again = await startLab({ folder: lab.folder })
    expect(readdirSync(lab.folder)).not.toContain('backup-making')
    await again.call('ledger.unlock', { passphrase })
    await again.call('backup.run', { target })
    expect(filesOn(target).filter((name) => name.includes('.part'))).toEqual([])
    await restores(target, 2)
  })
})
