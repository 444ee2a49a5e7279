import { spawnSync } from 'node:child_process'
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { largestFileByType } from '#backend/backup/drive.ts'
import { openLedger, recoverLedger } from '#backend/platform/ledger.ts'
import { forgetTemplate } from '../../helpers/fresh-ledger.ts'
import { customerNames, temporaryFolder } from '../../helpers/ledger-lab.ts'
import { filesOn, pathOf, rot, sticks } from './backup-lab.ts'
import { bareBackup } from './bare-backup.ts'

forgetTemplate()

/** As FAT32 is to a shop of a hundred years. */
const small = { ...sticks(), largestFile: () => Promise.resolve(300_000) }

describe('a copy that one file cannot hold', () => {
  it('lies in parts, is read through like any other, and is one ledger again when it is restored', async () => {
    const bare = await bareBackup(small)
    const target = temporaryFolder()
    bare.joins('까치발')
    const made = await bare.backup.run(target)
    expect(made).toMatchObject({ state: 'proven', customers: 1 })
    const copy = pathOf(target, made.id)
    const names = filesOn(target).filter((name) => /\.\d{3}$/.test(name))
    expect(names.length).toBeGreaterThan(2)
    expect(filesOn(target).some((name) => name.endsWith('.dangol'))).toBe(false)
    expect(filesOn(target).some((name) => name.includes('.part'))).toBe(false)
    expect(await bare.backup.verify(target, made.id)).toEqual(made)
    const path = join(temporaryFolder(), 'shop.dangol')
    await recoverLedger({ path, from: copy, key: { dataKey: bare.dataKey } })
    const ledger = await openLedger({ path, key: { dataKey: bare.dataKey } })
    expect(customerNames(ledger)).toEqual(['까치발'])
    ledger.close()
  })

  it('is rotten where a bit of any part turned, and at first sight where one is gone', async () => {
    const bare = await bareBackup(small)
    const target = temporaryFolder()
    const { id } = await bare.backup.run(target)
    const copy = pathOf(target, id)
    rot(`${copy}.002`)
    expect(await bare.backup.verify(target, id)).toMatchObject({ state: 'rotten' })
    const path = join(temporaryFolder(), 'shop.dangol')
    await expect(recoverLedger({ path, from: copy, key: { dataKey: bare.dataKey } })).rejects.toMatchObject({
      code: 'ledger.copy-damaged',
    })
    rmSync(`${copy}.003`)
    expect(await bare.backup.copies(target)).toMatchObject([{ id, state: 'rotten' }])
    // A whole one takes its place; what is left of it goes the next day.
    bare.clock.at += 24 * 60 * 60 * 1000
    const next = await bare.backup.run(target)
    expect(await bare.backup.copies(target)).toEqual([next])
    expect(filesOn(target).some((name) => name.startsWith(id.split('/')[1] ?? ''))).toBe(false)
  })

  it('is begun again as parts where only the file system knows of its limit', () => {
    const folder = temporaryFolder()
    const source = join(folder, 'source')
    writeFileSync(source, Buffer.alloc(2_700_000, 'dangol'))
    const program = join(import.meta.dirname, 'limited-copy.ts')
    // 1,024 blocks of 1,024 bytes: as large as any file of this process may become.
    const { stdout, stderr } = spawnSync(
      'bash',
      ['-c', 'ulimit -f 1024 && exec "$0" "$@"', process.execPath, program, source, join(folder, 'copy')],
      { encoding: 'utf8' },
    )
    expect(stderr).toBe('')
    expect(JSON.parse(stdout)).toEqual({ sizes: [1_048_576, 1_048_576, 602_848], same: true })
  })

  it('is foreseen where the system says that it is FAT', () => {
    expect(largestFileByType(0x4d44)).toBe(4 * 1024 ** 3 - 1)
    expect(largestFileByType(0xef53)).toBe(Number.POSITIVE_INFINITY)
  })
})
