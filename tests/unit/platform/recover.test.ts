import { copyFileSync, existsSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openDatabase } from '#backend/platform/db/open.ts'
import { query } from '#backend/platform/db/query.ts'
import type { Writer } from '#backend/platform/db/statements.ts'
import { manifestPath } from '#backend/platform/ledger/copy-manifest.ts'
import { peek } from '#backend/platform/ledger/locked.ts'
import { copyLedger, openLocked, type Recovered, recoverLedger } from '#backend/platform/ledger.ts'
import { ledgerFiles } from '#backend/platform/ledger-files.ts'
import {
  addCustomer,
  customerNames,
  dump,
  filesBelow,
  type Lab,
  ledgerLab,
} from '../../helpers/ledger-lab.ts'

const code = (expected: string) => expect.objectContaining({ code: expected })
const copyOf = (lab: Lab): string => join(lab.folder, 'copy.dangol')
const recover = (lab: Lab, from: string | null): Promise<Recovered> =>
  recoverLedger({ path: lab.path, from, key: { dataKey: lab.dataKey } })

const earn = (tx: Writer, id: number, customer: number, points: number): void => {
  tx.run(
    query.insertInto('points_entry').values({
      id,
      customer_id: customer,
      receipt_id: null,
      kind: 'earn',
      points,
      reverses_id: null,
      rate_bp: 100,
      at: 1,
      business_date: '2026-11-22',
    }),
  )
  tx.run(
    query
      .insertInto('customer_figures')
      .values({ customer_id: customer, visits: 1, spend: 0, points, first_visit: null, last_visit: null })
      .onConflict((conflict) =>
        conflict
          .column('customer_id')
          .doUpdateSet((eb) => ({ points: eb('customer_figures.points', '+', points) })),
      ),
  )
}

/** Copied after two customers, three more joined and earned since. */
const shopWithCopy = async (): Promise<Lab> => {
  const lab = await ledgerLab()
  const { unit } = lab.ledger
  for (const id of [1, 2]) unit.write((tx) => addCustomer(tx, id, `손님 ${id}`))
  copyLedger(lab.ledger, copyOf(lab), 1)
  for (const id of [3, 4, 5]) {
    unit.write((tx) => addCustomer(tx, id, `손님 ${id}`))
    unit.write((tx) => earn(tx, id, id, 135))
  }
  expect(() =>
    unit.write((tx) => {
      addCustomer(tx, 6, '마음이 바뀐 손님')
      throw new Error('no')
    }),
  ).toThrow('no')
  return lab
}

describe('recoverLedger', () => {
  it.each(['deleted', 'empty', 'noise', 'flipped'])('rebuilds a ledger that is %s', async (how) => {
    const lab = await shopWithCopy()
    const before = dump(lab.ledger.db)
    lab.dispose()
    const whole = readFileSync(lab.path)
    if (how === 'deleted') rmSync(lab.path)
    if (how === 'empty') truncateSync(lab.path)
    if (how === 'noise') writeFileSync(lab.path, Buffer.alloc(9000, 'noise'))
    if (how === 'flipped') writeFileSync(lab.path, whole.fill(1, 300, 400))
    const done = await recover(lab, copyOf(lab))
    expect(done).toMatchObject({ commits: 6, customers: 5, receipts: 0, points: 405, stoppedAt: null })
    expect(done.setAside).toBe(how === 'deleted' ? null : `${lab.path}.damaged-1`)
    const ledger = await lab.reopen()
    expect(dump(ledger.db)).toEqual(before)
    expect(ledger.opened.redone).toBe(0)
    ledger.unit.write((tx) => addCustomer(tx, 7, '그 뒤에 온 손님'))
    expect(customerNames(ledger)).toHaveLength(6)
  })

  it('rebuilds from the journal alone where it still reaches back to the beginning', async () => {
    const lab = await shopWithCopy()
    const before = dump(lab.ledger.db)
    lab.dispose()
    rmSync(lab.path)
    await recover(lab, null)
    expect(dump((await lab.reopen()).db)).toEqual(before)
  })

  it('can be done again, and keeps what was there each time', async () => {
    const lab = await shopWithCopy()
    lab.dispose()
    for (const number of [1, 2, 3])
      expect((await recover(lab, copyOf(lab))).setAside).toBe(`${lab.path}.damaged-${number}`)
    expect(customerNames(await lab.reopen())).toHaveLength(5)
  })

  it('goes on after being interrupted between setting aside and putting in place', async () => {
    const lab = await shopWithCopy()
    lab.dispose()
    rmSync(lab.path)
    writeFileSync(`${lab.path}.rebuilding`, 'half of it')
    await recover(lab, copyOf(lab))
    expect(customerNames(await lab.reopen())).toHaveLength(5)
  })

  it('takes a plain copy of the files of a ledger that was open, newest rows included', async () => {
    const lab = await ledgerLab()
    lab.ledger.unit.write((tx) => addCustomer(tx, 1, '하나'))
    for (const suffix of ['', '-wal']) copyFileSync(lab.path + suffix, copyOf(lab) + suffix)
    lab.ledger.unit.write((tx) => addCustomer(tx, 2, '둘'))
    lab.dispose()
    rmSync(lab.path)
    expect(await recover(lab, copyOf(lab))).toMatchObject({ commits: 1, customers: 2 })
  })

  it('brings the key file back from the copy when it is gone too', async () => {
    const lab = await shopWithCopy()
    lab.dispose()
    rmSync(lab.path)
    writeFileSync(ledgerFiles(lab.path).keys, 'rotten')
    rmSync(ledgerFiles(lab.path).keysAgain)
    await recover(lab, copyOf(lab))
    expect(existsSync(`${ledgerFiles(lab.path).keys}.damaged-1`)).toBe(true)
    expect(customerNames(await lab.reopen())).toHaveLength(5)
  })

  it('makes do with nothing but the journal folder', async () => {
    const lab = await shopWithCopy()
    const before = dump(lab.ledger.db)
    await lab.ledger.keys.changePassphrase('바꾼 암호예요 88')
    lab.dispose()
    for (const { path } of filesBelow(lab.folder)) if (!path.includes('.journal')) rmSync(path)
    await recoverLedger({ path: lab.path, from: null, key: { passphrase: '바꾼 암호예요 88' } })
    expect(dump((await lab.reopen()).db)).toEqual(before)
  })

  it('refuses a copy that is missing, cut, flipped, empty, or of another ledger; the present one stays', async () => {
    const lab = await shopWithCopy()
    const other = await ledgerLab()
    copyLedger(other.ledger, copyOf(other), 1)
    lab.dispose()
    const present = readFileSync(lab.path)
    const copy = readFileSync(copyOf(lab))
    await expect(recover(lab, join(lab.folder, 'nowhere'))).rejects.toEqual(code('ledger.copy-missing'))
    const bad: [Buffer, boolean][] = [
      [copy.subarray(0, 8192), true],
      [copy.subarray(0, 8192), false],
      [Buffer.from(copy).fill(9, 5000, 5010), true],
      [Buffer.from(copy).fill(9, 5000, 5010), false],
      [Buffer.alloc(0), false],
    ]
    for (const [bytes, withManifest] of bad) {
      writeFileSync(copyOf(lab), bytes)
      if (!withManifest) rmSync(manifestPath(copyOf(lab)), { force: true })
      await expect(recover(lab, copyOf(lab))).rejects.toEqual(code('ledger.copy-damaged'))
    }
    expect(existsSync(`${lab.path}.rebuilding`)).toBe(false)
    const foreign = await recover(lab, copyOf(other)).catch((error: unknown) => error)
    expect(foreign).toEqual(
      expect.objectContaining({ code: expect.stringMatching(/copy-(damaged|foreign)/) }),
    )
    expect(readFileSync(lab.path).equals(present)).toBe(true)
    await expect(
      recoverLedger({ path: lab.path, from: copyOf(lab), key: { passphrase: 'not this one' } }),
    ).rejects.toEqual(code('ledger.wrong-passphrase'))
  })

  it('stops where the journal cannot be read, and says how much is missing', async () => {
    const lab = await shopWithCopy()
    lab.dispose()
    const segment = join(ledgerFiles(lab.path).journal, '000001.seg')
    const bytes = readFileSync(segment)
    const places: number[] = []
    for (let at = bytes.indexOf('DgJ1'); at >= 0; at = bytes.indexOf('DgJ1', at + 1)) places.push(at)
    const third = places.at(-3) ?? 0
    bytes.fill(0xff, third + 30, third + 40)
    writeFileSync(segment, bytes)
    rmSync(lab.path)
    const done = await recover(lab, copyOf(lab))
    expect(done).toMatchObject({
      commits: 3,
      customers: 4,
      points: 135,
      stoppedAt: { reason: 'bytes' },
      notApplied: 2,
      lost: { customers: 1, points: 1, receipts: 0, other: 0 },
    })
    const ledger = await lab.reopen()
    ledger.unit.write((tx) => addCustomer(tx, 8, '그 뒤에 온 손님'))
    expect(customerNames(await lab.reopen())).toHaveLength(5)
  })
})

describe('a ledger that lost its WAL', () => {
  it('is brought level with its journal at the next start, without anybody noticing', async () => {
    const lab = await shopWithCopy()
    const before = dump(lab.ledger.db)
    // As after a power cut: the files as they are while the ledger is open, but for the WAL.
    const torn = join(lab.folder, 'torn.dangol')
    copyFileSync(lab.path, torn)
    lab.dispose()
    copyFileSync(torn, lab.path)
    const ledger = await lab.reopen()
    expect(ledger.opened.redone).toBeGreaterThan(0)
    expect(ledger.opened.rewritten).toBe(ledger.opened.redone)
    expect(dump(ledger.db)).toEqual(before)
  })

  it('or a part of it, is brought level as well', async () => {
    const lab = await shopWithCopy()
    const before = dump(lab.ledger.db)
    const main = readFileSync(lab.path)
    const wal = readFileSync(`${lab.path}-wal`)
    lab.dispose()
    for (let part = 0; part < 8; part += 1) {
      const changed = Buffer.from(wal)
      const place = Math.floor((wal.length * part) / 8) + 40
      changed[place] = (changed[place] ?? 0) ^ 1
      for (const bytes of [wal.subarray(0, place), changed]) {
        rmSync(`${lab.path}-shm`, { force: true })
        writeFileSync(lab.path, main)
        writeFileSync(`${lab.path}-wal`, bytes)
        expect(dump((await lab.reopen()).db)).toEqual(before)
        lab.dispose()
      }
    }
  })
})

describe('a commit that was told as failed', () => {
  it('and that the disk kept all the same is sealed again, so that a rebuilt ledger has it too', async () => {
    const lab = await shopWithCopy()
    const before = dump(lab.ledger.db)
    const last = lab.ledger.journal.state.headSeq
    lab.dispose()
    const locked = openLocked(lab.path)
    peek(locked)
      ?.open.commits(
        lab.dataKey,
        () => 10,
        () => 0,
      )
      .void(last)
    locked.close()
    const ledger = await lab.reopen()
    expect(dump(ledger.db)).toEqual(before)
    expect(ledger.journal.state.headSeq).toBe(last + 2)
    lab.dispose()
    await recover(lab, copyOf(lab))
    expect(dump((await lab.reopen()).db)).toEqual(before)
  })
})

describe('copyLedger', () => {
  it('makes an encrypted copy that opens with the same key, and vouches for it', async () => {
    const lab = await shopWithCopy()
    const copy = readFileSync(copyOf(lab))
    expect(copy.includes(Buffer.from('손님'))).toBe(false)
    const db = openDatabase(copyOf(lab), { key: lab.ledger.dataKey, mode: 'read' })
    expect(db.prepare('SELECT count(*) FROM customer').pluck().get()).toBe(2)
    db.close()
    expect(JSON.parse(readFileSync(manifestPath(copyOf(lab)), 'utf8'))).toMatchObject({
      rows: { customer: 2 },
      bytes: copy.length,
    })
    expect(() => copyLedger(lab.ledger, copyOf(lab), 2)).toThrow(code('ledger.exists'))
  })
})

describe('replay', () => {
  it('of any units of work onto any earlier copy gives the very same rows', async () => {
    const step = fc.record({
      what: fc.constantFrom('join', 'rename', 'earn', 'leave', 'many', 'fail', 'copy'),
      who: fc.integer({ min: 1, max: 6 }),
      text: fc.string({ maxLength: 8 }),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 25 }), async (steps) => {
        const lab = await ledgerLab()
        const { unit } = lab.ledger
        const copy = copyOf(lab)
        let id = 100
        for (const { what, who, text } of steps) {
          id += 1
          try {
            if (what === 'join') unit.write((tx) => addCustomer(tx, who, text, text || null))
            if (what === 'rename')
              unit.write((tx) =>
                tx.run(query.updateTable('customer').set({ memo: text }).where('id', '<=', who)),
              )
            if (what === 'earn') unit.write((tx) => earn(tx, id, who, who * 10))
            if (what === 'leave')
              unit.write((tx) => tx.run(query.deleteFrom('customer').where('id', '=', who)))
            if (what === 'many') unit.writeMany([1, 2, 3, who], (tx, one) => addCustomer(tx, one, text))
            if (what === 'fail')
              unit.write((tx) => {
                addCustomer(tx, id, text)
                throw new Error('undone')
              })
            if (what === 'copy' && !existsSync(copy)) copyLedger(lab.ledger, copy, 1)
          } catch {
            // A phone that is taken, a customer that is not there: undone, and the day goes on.
          }
        }
        const before = dump(lab.ledger.db)
        lab.dispose()
        await recover(lab, existsSync(copy) ? copy : null)
        expect(dump((await lab.reopen()).db)).toEqual(before)
        lab.dispose()
      }),
      { numRuns: 15 },
    )
  })
})
