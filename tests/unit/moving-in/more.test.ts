import { describe, expect, it } from 'vitest'
import { saveField } from '#backend/customers/person/fields.service.ts'
import type { Ledger } from '#backend/platform/ledger.ts'
import { forgetTemplate, freshLedger } from '../../helpers/fresh-ledger.ts'
import { dump } from '../../helpers/ledger-lab.ts'
import { deskAlone, movingLab } from './bringing.ts'

forgetTemplate()

const noon = Date.UTC(2026, 10, 22, 3)
const field = { id: null, position: 0, atCounter: false, putAway: false }

/** A shop that keeps ice, size, hair and the day of the first perm of its people. */
const shop = async () => {
  const { ledger } = await freshLedger()
  const own = ledger.unit.write((tx) => ({
    ice: saveField(
      tx,
      ledger.ids,
      { ...field, name: '얼음', kind: 'choice', choices: ['적게', '많이'] },
      noon,
    ),
    size: saveField(tx, ledger.ids, { ...field, name: '발 치수', kind: 'number', choices: [] }, noon),
    perm: saveField(tx, ledger.ids, { ...field, name: '첫 펌', kind: 'date', choices: [] }, noon),
    away: saveField(
      tx,
      ledger.ids,
      { ...field, name: '비고', kind: 'text', choices: [], putAway: true },
      noon,
    ),
  }))
  return { ledger, own, lab: movingLab(ledger, () => noon, deskAlone) }
}
const list = (...rows: string[]): Buffer =>
  Buffer.from(['이름,휴대폰,집전화,결혼기념일,얼음,발치수,첫 펌,비고', ...rows].join('\n'))

const kept = ({ db }: Ledger) => ({
  phones: db.prepare('SELECT phone FROM customer_phone ORDER BY 1').pluck().all(),
  days: db.prepare('SELECT name, calendar, year, month, day FROM customer_anniversary ORDER BY month').all(),
  values: db.prepare('SELECT field_id AS id, text, number FROM customer_field_value ORDER BY 1').all(),
})
/** What is about people; what a run is remembered by stays. */
const people = ({ db }: Ledger) => {
  const { customer, customer_phone, customer_anniversary, customer_field_value, customer_figures } = dump(db)
  return { customer, customer_phone, customer_anniversary, customer_field_value, customer_figures }
}

const untouched = (rows: unknown[] | undefined) => rows?.map((row) => ({ ...(row as object), updated_at: 0 }))

describe('what a shop knows besides', () => {
  it('comes in by the headings: second numbers, kept days and the shop’s own fields', async () => {
    const { ledger, own, lab } = await shop()
    const { look, check } = await lab.checked(
      list(
        '김영희,010-0000-5678,02-000-1234,2015.5.2,적게,"1,240",2020-03-04,단골',
        '박서준,010-0000-1234,없음,음 3/5,,,,',
      ),
    )
    expect(look?.columns).toEqual([
      'name',
      'phone',
      'phone2',
      'anniversary',
      `own:${own.ice}`,
      `own:${own.size}`,
      `own:${own.perm}`,
      // A field that was put away takes nothing: the usual meaning of the word counts.
      'memo',
    ])
    expect(check?.problems).toEqual([])
    lab.moving.run()
    await lab.settled()
    expect(kept(ledger)).toEqual({
      phones: ['020001234'],
      days: [
        { name: '결혼기념일', calendar: 'lunar', year: null, month: 3, day: 5 },
        { name: '결혼기념일', calendar: 'solar', year: 2015, month: 5, day: 2 },
      ],
      values: [
        { id: own.ice, text: '적게', number: null },
        { id: own.size, text: null, number: 1240 },
        { id: own.perm, text: '2020-03-04', number: null },
      ],
    })
  })

  it('says of each row what does not fit, and brings in the rest of it', async () => {
    const { ledger, lab } = await shop()
    const { check } = await lab.checked(
      list('김영희,010-0000-5678,12,2015.13.2,보통,큼,아직,', '이철,010-0000-1111,010-0000-2222,,많이,,,'),
    )
    expect(check?.fresh).toBe(2)
    const problems = new Map(
      check?.problems.map(({ problem, rows, refuses }) => [problem, { rows, refuses }]),
    )
    for (const problem of ['phone-also-wrong', 'anniversary-wrong', 'own-wrong'] as const)
      expect(problems.get(problem)).toEqual({ rows: 1, refuses: false })
    lab.moving.run()
    await lab.settled()
    expect(kept(ledger)).toMatchObject({ phones: ['01000002222'], days: [], values: [{ text: '많이' }] })
  })

  it('is undone as a whole, from new people and from those who only got what was missing', async () => {
    const { ledger, own, lab } = await shop()
    const first = await lab.brought(list('김영희,010-0000-5678,,,적게,,,'))
    const before = people(ledger)
    const second = await lab.brought(
      list('김영희,010-0000-5678,02-000-1234,5/2,많이,240,,', '박서준,010-0000-1234,02-000-9999,6/1,적게,,,'),
    )
    expect(second.run).toMatchObject({ added: 1, completed: 1 })
    // What was there already stays as it was.
    expect(kept(ledger).values).toContainEqual({ id: own.ice, text: '적게', number: null })
    expect(kept(ledger).values).toContainEqual({ id: own.size, text: null, number: 240 })
    await lab.undone(second.run?.id ?? 0)
    const after = people(ledger)
    expect(untouched(after.customer)).toEqual(untouched(before.customer))
    expect({ ...after, customer: [] }).toEqual({ ...before, customer: [] })
    await lab.undone(first.run?.id ?? 0)
    expect(kept(ledger)).toEqual({ phones: [], days: [], values: [] })
    expect(ledger.db.prepare('SELECT count(*) FROM customer').pluck().get()).toBe(0)
  })

  it('stays where a number was added by hand since, and that is told', async () => {
    const { ledger, lab } = await shop()
    const { run } = await lab.brought(list('김영희,010-0000-5678,02-000-1234,,,,,'))
    ledger.db.exec("INSERT INTO customer_phone SELECT id, '0310001111', '1111', '' FROM customer")
    expect((await lab.undone(run?.id ?? 0)).run).toMatchObject({ state: 'undone', kept: 1 })
    expect(kept(ledger).phones).toEqual(['020001234', '0310001111'])
  })
})
