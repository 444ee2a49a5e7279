import { cpSync, rmSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { copyLedger, type Ledger, openLedger, recoverLedger } from '#backend/platform/ledger.ts'
import { customerNames, type Lab, ledgerLab, passphrase } from '../helpers/ledger-lab.ts'
import { expectWholeDay, placeFor } from './aftermath.ts'
import { shopDay } from './day.ts'
import { chosenPoints, runChild, twoAtATime } from './run-child.ts'
import { record, times, within } from './size.ts'

const receipts = 12

const closedLab = async (fill = 0): Promise<Lab> => {
  const lab = await ledgerLab()
  if (fill > 0) shopDay(lab.ledger, 2, () => undefined)
  if (fill > 0) copyLedger(lab.ledger, `${lab.path}-copy`, 1)
  if (fill > 0) shopDay(lab.ledger, fill, () => undefined)
  lab.dispose()
  return lab
}

describe('kill -9', () => {
  it('at every kind of point of a day: nothing acknowledged is lost, nothing is doubled', {
    timeout: within(400, 60),
  }, async () => {
    const lab = await closedLab()
    const path = placeFor(lab, 'dry')
    const dry = await runChild(['day', path, String(receipts), 'list'], lab.dataKey)
    expect(dry).toMatchObject({ failed: null, entered: receipts })
    await expectWholeDay(path, lab.dataKey, dry, receipts)
    const hit = await twoAtATime(chosenPoints(dry, times(2, 60)), async (point) => {
      const path = placeFor(lab, `point-${point}`)
      const run = await runChild(['day', path, String(receipts), String(point)], lab.dataKey)
      expect(run).toMatchObject({ signal: 'SIGKILL', killedAt: expect.any(String) })
      await expectWholeDay(path, lab.dataKey, run, receipts)
      return run.killedAt ?? ''
    })
    record('kill -9 during a day', hit)
    // Both in the middle of a receipt's bytes and in the middle of a commit.
    for (const name of ['write:middle', 'fsync:before', 'commit:worked', 'commit:sealed', 'commit:noted'])
      expect(hit).toContain(name)
  })

  it('while the passphrase is changed: the old one opens, or the new one', {
    timeout: within(60, 20),
  }, async () => {
    const lab = await closedLab()
    const dry = await runChild(['keys', placeFor(lab, 'dry'), '0', 'list'], lab.dataKey)
    const hit = await twoAtATime(chosenPoints(dry, times(1, 20)), async (point) => {
      const path = placeFor(lab, `point-${point}`)
      const run = await runChild(['keys', path, '0', String(point)], lab.dataKey)
      expect(run.signal).toBe('SIGKILL')
      const byNew = (): Promise<Ledger> => openLedger({ path, key: { passphrase: '바꾼 다음의 암호 99' } })
      const ledger = await openLedger({ path, key: { passphrase } }).catch(byNew)
      expect(ledger.keys.recoveryConfirmed).toBe(false)
      ledger.close()
      return run.killedAt ?? ''
    })
    record('kill -9 while the passphrase is changed', hit)
  })

  it('while a ledger is rebuilt: rebuilding it again gives all of it', {
    timeout: within(60, 30),
  }, async () => {
    const lab = await closedLab(receipts)
    const place = (name: string): string => {
      const path = placeFor(lab, name)
      for (const suffix of ['', '.keys', '.manifest.json'])
        cpSync(`${lab.path}-copy${suffix}`, `${path}-copy${suffix}`)
      rmSync(path)
      return path
    }
    const dry = await runChild(['recover', place('dry'), '0', 'list'], lab.dataKey)
    expect(dry.failed).toBeNull()
    const hit = await twoAtATime(chosenPoints(dry, times(1, 40)), async (point) => {
      const path = place(`point-${point}`)
      const run = await runChild(['recover', path, '0', String(point)], lab.dataKey)
      expect(run.signal).toBe('SIGKILL')
      const key = { dataKey: lab.dataKey }
      expect(await recoverLedger({ path, from: `${path}-copy`, key })).toMatchObject({ customers: receipts })
      const ledger = await openLedger({ path, key })
      expect(customerNames(ledger)).toHaveLength(receipts)
      ledger.close()
      return run.killedAt ?? ''
    })
    record('kill -9 while a ledger is rebuilt', hit)
  })
})
