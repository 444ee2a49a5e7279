import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { openSheets } from '#backend/open-sheets.ts'
import type { Clock } from '#backend/platform/clock.ts'
import { query } from '#backend/platform/db/query.ts'
import { type Ledger, openLedger } from '#backend/platform/ledger.ts'
import type { Sheets } from '#backend/sheets/sheets.service.ts'
import { initialsOf } from '#shared/hangul.ts'
import { freshLedger } from '../../helpers/fresh-ledger.ts'

export interface SheetPerson {
  readonly id: number
  readonly name: string
  readonly phone: string | null
  readonly memo: string
  readonly visits: number
  readonly spend: number
  readonly points: number
  readonly lastVisit: string | null
  readonly tags: readonly string[]
}

/** Whoever the sheet is of, written past the services: the tests are about the sheet. */
const putPeople = (ledger: Ledger, people: readonly SheetPerson[]): void => {
  ledger.unit.write((tx) => {
    const tags = [...new Set(people.flatMap((person) => person.tags))]
    for (const [index, name] of tags.entries())
      tx.run(query.insertInto('tag').values({ id: index + 1, name }))
    for (const person of people) {
      tx.run(
        query.insertInto('customer').values({
          id: person.id,
          name: person.name,
          initials: initialsOf(person.name),
          phone: person.phone,
          last_four: person.phone?.slice(-4) ?? null,
          memo: person.memo,
          joined_on: '2026-01-01',
          created_at: 0,
          updated_at: 0,
          left_at: null,
        }),
      )
      tx.run(
        query.insertInto('customer_figures').values({
          customer_id: person.id,
          visits: person.visits,
          spend: person.spend,
          points: person.points,
          first_visit: person.lastVisit,
          last_visit: person.lastVisit,
        }),
      )
      for (const tag of person.tags)
        tx.run(
          query.insertInto('customer_tag').values({ customer_id: person.id, tag_id: tags.indexOf(tag) + 1 }),
        )
    }
  })
}

export interface SheetLab {
  readonly ledger: () => Ledger
  readonly sheets: () => Sheets
  readonly time: { now: number }
  /** Closed and opened again, as after a restart of the program. */
  reopen(): Promise<void>
  /** Cells of one column by the row's key. */
  column(name: string): Record<string, string | number | null>
}

/** The sheets of a real ledger with these people in it; noon of 22 November 2026 in Korea unless `time` says otherwise. */
export const sheetLab = async (people: readonly SheetPerson[]): Promise<SheetLab> => {
  const lab = await freshLedger()
  let { ledger } = lab
  onTestFinished(() => {
    if (ledger.db.open) ledger.close()
  })
  putPeople(ledger, people)
  const time = { now: Date.parse('2026-11-22T12:00:00+09:00') }
  const clock: Clock = { now: () => time.now }
  const open = (): Sheets =>
    openSheets({
      ledger,
      clock,
      personId: () => null,
      correct: () => undefined,
      saw: () => undefined,
      members: () => {
        throw new Error('No groups here')
      },
    })
  let sheets = open()
  return {
    ledger: () => ledger,
    sheets: () => sheets,
    time,
    async reopen() {
      const dataKey = Buffer.from(ledger.dataKey)
      ledger.close()
      ledger = await openLedger({ path: join(lab.folder, 'shop.dangol'), key: { dataKey } })
      sheets = open()
    },
    column(name) {
      const { rows } = sheets.reading.rows({
        sheet: 'customers',
        filter: {},
        sort: [],
        columns: [name],
        from: 0,
        count: 500,
        list: null,
      })
      return Object.fromEntries(rows.map(({ key, cells }) => [key, cells[0] ?? null]))
    },
  }
}

export const somebody = (id: number, part: Partial<SheetPerson> = {}): SheetPerson => ({
  id,
  name: `손님${id}`,
  phone: null,
  memo: '',
  visits: 0,
  spend: 0,
  points: 0,
  lastVisit: null,
  tags: [],
  ...part,
})
