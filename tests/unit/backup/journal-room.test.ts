import '../../helpers/property-seed.ts'
import { cpSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  bytesOf,
  journalCap,
  keptMs,
  notNeededUpTo,
  roomOf,
  spareDisk,
} from '#backend/backup/journal-need.ts'
import { openLedger, recoverLedger } from '#backend/platform/ledger.ts'
import { forgetTemplate } from '../../helpers/fresh-ledger.ts'
import { customerNames, temporaryFolder } from '../../helpers/ledger-lab.ts'
import { pathOf, rot } from './backup-lab.ts'
import { type BareBackup, bareBackup } from './bare-backup.ts'

forgetTemplate()
const day = 24 * 60 * 60 * 1000

describe('what of the journal is not needed any more', () => {
  const need = fc.record({
    copies: fc.array(fc.record({ seq: fc.integer({ min: 0, max: 120 }), cold: fc.boolean() }), {
      maxLength: 4,
    }),
    base: fc.integer({ min: 0, max: 120 }),
    firstUnread: fc.option(fc.integer({ min: 1, max: 120 })),
    lengths: fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 6 }),
    ages: fc.array(fc.integer({ min: -2, max: 20 }), { minLength: 6, maxLength: 6 }),
    large: fc.boolean(),
  })

  it('is never anything that two copies, the base or a reader lacks, nor part of a segment', () => {
    fc.assert(
      fc.property(need, ({ copies, base, firstUnread, lengths, ages, large }) => {
        let next = 1
        const segments = lengths.map((length, index) => {
          const firstSeq = next
          next += length
          return { firstSeq, bytes: large ? journalCap : 100, writtenAt: -(ages[index] ?? 0) * day }
        })
        const upTo = notNeededUpTo({ copies, base, firstUnread, segments, now: 0 })
        if (upTo === 0) return
        const [newest, other] = copies
        expect(other).toBeDefined()
        expect(newest?.cold === true || other?.cold === true).toBe(true)
        expect(upTo).toBeLessThanOrEqual(Math.min(newest?.seq ?? 0, other?.seq ?? 0, base))
        expect(upTo).toBeLessThan(firstUnread ?? Number.POSITIVE_INFINITY)
        // The last segment always stays, and whole segments go.
        const first = segments.findIndex(({ firstSeq }) => firstSeq === upTo + 1)
        expect(first).toBeGreaterThan(0)
        const young = segments.slice(0, first).filter(({ writtenAt }) => -writtenAt < keptMs)
        expect(bytesOf(segments) > journalCap ? [] : young).toEqual([])
      }),
    )
  })

  it('is told in words before the disk is full', () => {
    expect(roomOf(journalCap, 1, null)).toBe('fine')
    expect(roomOf(journalCap + 1, 1, null)).toBe('journal-large')
    expect(roomOf(journalCap + 1, 1, spareDisk)).toBe('disk-low')
    expect(roomOf(0, 90e6, spareDisk + 90e6)).toBe('fine')
  })
})

const segmentsOf = (bare: BareBackup): string[] =>
  readdirSync(`${bare.ledger.path}.journal`).filter((name) => name.endsWith('.seg'))

/** Everything there is so far was written so many days ago. */
const age = (bare: BareBackup, days: number): void => {
  const then = new Date(bare.clock.at - days * day)
  for (const name of segmentsOf(bare)) utimesSync(join(`${bare.ledger.path}.journal`, name), then, then)
}

/** A line long enough that a copy begins a new segment. */
const muchPaper = (bare: BareBackup): void => {
  for (let n = 0; n < 5; n += 1) bare.captures('x'.repeat(64 * 1024))
}

/** Two copies on a stick, each after a customer, each read again; everything was old by then. */
const tidied = async (): Promise<BareBackup & { readonly copies: string[] }> => {
  const bare = await bareBackup()
  const target = temporaryFolder()
  const copies: string[] = []
  for (const name of ['까치발', '두루미']) {
    bare.joins(name)
    muchPaper(bare)
    bare.clock.at += day
    age(bare, 8)
    const { id } = await bare.backup.run(target)
    await bare.backup.verify(target, id)
    copies.push(pathOf(target, id))
  }
  bare.joins('왜가리')
  expect(segmentsOf(bare)).not.toContain('000001.seg')
  bare.ledger.close()
  return { ...bare, copies }
}

const rotBase = (path: string): void => {
  const base = readdirSync(`${path}.journal`).find((name) => /^base-\d+\.dangol$/.test(name))
  rot(join(`${path}.journal`, base ?? ''))
}

const all = ['까치발', '두루미', '왜가리']

describe('the journal', () => {
  it('gives up what two proven copies hold, once one of them was read cold', async () => {
    const bare = await bareBackup()
    const target = temporaryFolder()
    for (const name of ['까치발', '두루미']) {
      bare.joins(name)
      muchPaper(bare)
      age(bare, 8)
      await bare.backup.run(target)
      bare.clock.at += 60_000
    }
    // Nobody has read either of them again.
    expect(segmentsOf(bare)).toContain('000001.seg')
    const [newest] = await bare.backup.copies(target)
    await bare.backup.verify(target, newest?.id ?? '')
    const before = await bare.backup.room.state()
    await bare.backup.run(target)
    expect(segmentsOf(bare)).not.toContain('000001.seg')
    const { bytes, since, room } = await bare.backup.room.state()
    expect(bytes).toBeLessThan(before.bytes)
    expect(since).not.toBeNull()
    expect(room).toBe(bare.backup.room.room())
  })

  it('that was shortened opens, and mends the ledger with either copy, by itself, and without its base', async () => {
    const bare = await tidied()
    const key = { dataKey: bare.dataKey }
    const [older = null, newest = null] = bare.copies
    /** The shop's folder once more, hurt; its ledger. */
    const again = (): string => {
      const folder = temporaryFolder()
      cpSync(bare.folder, folder, { recursive: true })
      return join(folder, 'shop.dangol')
    }
    const namesAt = async (path: string): Promise<string[]> => {
      const ledger = await openLedger({ path, key })
      expect(ledger.opened).toMatchObject({ redone: 0, journalBehind: false })
      const names = customerNames(ledger)
      ledger.close()
      return names
    }
    expect(await namesAt(again())).toEqual(all)
    for (const from of [newest, older, null]) {
      const path = again()
      writeFileSync(path, readFileSync(path).fill(9, 100, 5_000))
      expect(await recoverLedger({ path, from, key })).toMatchObject({ stoppedAt: null, customers: 3 })
      expect(await namesAt(path)).toEqual(all)
    }
    const path = again()
    rotBase(path)
    const present = readFileSync(path)
    await expect(recoverLedger({ path, from: null, key })).rejects.toMatchObject({
      code: 'ledger.base-missing',
    })
    expect(readFileSync(path).equals(present)).toBe(true)
    expect(await recoverLedger({ path, from: older, key })).toMatchObject({ stoppedAt: null, customers: 3 })
    // On a new PC the copy is enough.
    const fresh = join(temporaryFolder(), 'shop.dangol')
    expect(await recoverLedger({ path: fresh, from: newest, key })).toMatchObject({ customers: 2 })
  })
})
