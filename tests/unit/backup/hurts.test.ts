import { copyFileSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { ErrorCode } from '#shared/errors.ts'
import { koErrors } from '#shared/i18n/ko/errors.ts'
import { passphrase, startLab, startOpenLab } from '../../helpers/backend-lab.ts'
import { temporaryFolder } from '../../helpers/ledger-lab.ts'
import { joined } from './backup-lab.ts'

/** What may have happened to a shop's folder, and what is said of it. */
const hurts: readonly (readonly [string, (ledger: string, foreign: string) => void, ErrorCode])[] = [
  ['a file of 0 bytes', (ledger) => truncateSync(ledger), 'ledger.empty-file'],
  ['no file at all', (ledger) => rmSync(ledger), 'ledger.missing'],
  [
    'flipped bytes',
    (ledger) => writeFileSync(ledger, readFileSync(ledger).fill(0x5a, 4_096, 40_960)),
    'ledger.damaged',
  ],
  [
    'another shop’s key file',
    (ledger, foreign) => copyFileSync(foreign, `${ledger}.keys`),
    'ledger.foreign-parts',
  ],
]

describe('a ledger that is hurt', () => {
  it('is told by a sentence of its own for each way, and mended where it can be; nothing is deleted', async () => {
    const lab = await startOpenLab()
    await joined(lab, '까치발', '010-0000-7788')
    const lostWal = join(temporaryFolder(), 'main-file-alone')
    copyFileSync(join(lab.folder, 'ledger.dangol'), lostWal)
    await lab.close()
    const other = await startOpenLab()
    await other.close()
    const ledger = join(lab.folder, 'ledger.dangol')
    const keys = readFileSync(`${ledger}.keys`)
    for (const [, hurt, expected] of hurts) {
      hurt(ledger, join(other.folder, 'ledger.dangol.keys'))
      const again = await startLab({ folder: lab.folder })
      await again.backend.call('ledger.unlock', { passphrase })
      const { phase, problem } = await again.call('app.status', {})
      expect({ phase, code: problem?.code }).toEqual({ phase: 'hurt', code: expected })
      if (expected === 'ledger.foreign-parts') {
        await again.close()
        writeFileSync(`${ledger}.keys`, keys)
        continue
      }
      expect(await again.call('ledger.mend', { passphrase })).toMatchObject({ customers: 1, complete: true })
      expect(await again.call('app.status', {})).toMatchObject({ phase: 'open', problem: null, rewritten: 0 })
      await again.close()
    }
    expect(new Set(hurts.map(([, , code]) => koErrors[code])).size).toBe(hurts.length)

    // The WAL went: what it held is written again, and that is said.
    copyFileSync(lostWal, ledger)
    const last = await startLab({ folder: lab.folder })
    await last.call('ledger.unlock', { passphrase })
    expect(await last.call('app.status', {})).toMatchObject({ phase: 'open', problem: null })
    expect((await last.call('app.status', {})).rewritten).toBeGreaterThan(0)
    expect(await last.call('customers.search', { query: '7788' })).toMatchObject([{ name: '까치발' }])
  })
})
