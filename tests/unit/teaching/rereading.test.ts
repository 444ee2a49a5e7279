import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { query } from '#backend/platform/db/query.ts'
import { allProfiles } from '#backend/receipts/reading/profiles/all.ts'
import { ledgerStats } from '#backend/receipts/stats.service.ts'
import { profileText } from '#backend/receipts/teaching/profile-file.ts'
import { teach } from '#backend/receipts/teaching/teach.ts'
import { forgetTemplate, freshLedger } from '../../helpers/fresh-ledger.ts'
import { temporaryFolder } from '../../helpers/ledger-lab.ts'
import { type ShopLab, shopLab } from '../../helpers/shop-lab.ts'
import { marksOn, paperOf, type StrangeSale, strangeBytes } from './strange-paper.ts'

forgetTemplate()

const minute = 60_000
const noon = Date.UTC(2026, 10, 22, 5, 10, 0)

const sale = (number: number, change: Partial<StrangeSale> = {}): StrangeSale => ({
  number: String(number).padStart(4, '0'),
  when: `22/11/2026 14:0${number % 10}:09`,
  items: [['별사탕', number, 1_000]],
  ...change,
})

interface TeachingLab extends ShopLab {
  print(...sales: StrangeSale[]): void
  stats(): ReturnType<typeof ledgerStats>
  points(customerId: number): number
}

const open = async (): Promise<TeachingLab> => {
  const { ledger, folder } = await freshLedger()
  let now = noon
  const shop = await shopLab(ledger, { folder, clock: { now: () => now } })
  return {
    ...shop,
    print(...sales) {
      for (const one of sales) {
        now += minute
        shop.feed(strangeBytes(one), now)
      }
    },
    stats: () => ledgerStats(ledger.reader),
    points: (customerId) =>
      ledger.reader
        .all(query.selectFrom('points_entry').select('points').where('customer_id', '=', customerId))
        .reduce((sum, { points }) => sum + points, 0),
  }
}

/** The profile that pointing at this paper gives. */
const learnt = (from: StrangeSale, without: readonly string[] = []): string => {
  const paper = paperOf(strangeBytes(from))
  const marks = marksOn(paper).filter(({ what }) => !without.includes(what))
  const { profile } = teach({ paper, receivedAt: noon, marks, name: '은하수', profiles: allProfiles })
  if (profile === null) throw new Error('nothing was learnt')
  return profileText(profile)
}

const customer = (lab: TeachingLab): number =>
  lab.customers.join({
    name: '김영희',
    phone: '010-0000-5678',
    memo: '',
    consent: { required: true, marketing: false },
  })

describe('a layout that was taught', () => {
  it('is tried on without any trace, then brings all kept papers into the ledger', async () => {
    const lab = await open()
    lab.print(sale(1), sale(2), sale(3))
    expect(lab.stats()).toMatchObject({ papers: 3, review: 3, receipts: 0 })
    const tried = await lab.teaching.tryOn(learnt(sale(2)))
    expect(tried).toMatchObject({ new: 3, changed: 0, aside: 0, asked: 0, unchanged: 0 })
    expect(tried.rows.map((row) => row.after)).toEqual([3_000, 2_000, 1_000])
    expect(lab.stats()).toMatchObject({ review: 3, receipts: 0 })
    expect(lab.teaching.list()).toEqual([])

    expect(await lab.teaching.save(learnt(sale(2)))).toMatchObject({ entered: 3, changed: 0, asked: 0 })
    expect(lab.stats()).toMatchObject({ papers: 3, review: 0, receipts: 3, salesSum: 6_000 })
    expect(lab.events.filter(({ name }) => name === 'receipt.arrived')).toHaveLength(3)
    expect(lab.events.at(-1)).toEqual({ name: 'review.changed', payload: { count: 0 } })
  })

  it('reads what comes from then on, and after the ledger was opened anew', async () => {
    const lab = await open()
    await lab.teaching.save(learnt(sale(1)))
    lab.print(sale(4))
    expect(lab.stats()).toMatchObject({ review: 0, receipts: 1 })
    const again = await shopLab(lab.ledger, { folder: temporaryFolder(), starts: false })
    expect(again.teaching.list()).toMatchObject([{ name: '은하수', notSale: false }])
  })

  it('takes what was printed twice once, whichever print came first', async () => {
    const lab = await open()
    lab.print(sale(1), sale(1), sale(2))
    expect(await lab.teaching.save(learnt(sale(2)))).toMatchObject({ entered: 2, aside: 1 })
    expect(lab.stats()).toMatchObject({ receipts: 2, review: 0 })
  })

  it('does not give a receipt of long ago to who waits at the counter', async () => {
    const lab = await open()
    lab.print(sale(1))
    lab.counter.takeNext(customer(lab), false)
    await lab.teaching.save(learnt(sale(1)))
    expect(lab.receipts.recent(5)).toMatchObject([{ total: 1_000, customer: null }])
  })

  it('leaves alone what was dismissed, and what somebody has written down by hand', async () => {
    const lab = await open()
    lab.print(sale(1), sale(2))
    const [second, first] = lab.review.list()
    lab.review.dismiss(first?.paperId ?? 0)
    const fields = { kind: 'sale' as const, issuedAt: noon, total: 7_777, items: [] }
    lab.teaching.correct({ paperId: second?.paperId ?? 0, fields })
    expect(await lab.teaching.save(learnt(sale(1)))).toMatchObject({ entered: 0, changed: 0 })
    expect(lab.receipts.recent(5).map(({ total }) => total)).toEqual([7_777])
  })

  it('keeps who bought, and puts points, days and figures right by one more entry', async () => {
    const lab = await open()
    lab.print(sale(3))
    const [paper] = lab.review.list()
    lab.teaching.correct({
      paperId: paper?.paperId ?? 0,
      fields: { kind: 'sale', issuedAt: noon, total: 30_000, items: [] },
    })
    const [receipt] = lab.receipts.recent(1)
    const id = customer(lab)
    lab.counter.attach(receipt?.id ?? 0, id, false)
    expect(lab.points(id)).toBe(300)
    lab.teaching.correct({
      paperId: paper?.paperId ?? 0,
      fields: { kind: 'sale', issuedAt: noon, total: 3_000, items: [] },
    })
    expect(lab.receipts.recent(1)).toMatchObject([
      { id: receipt?.id, total: 3_000, customer: { id, points: 30 }, pointsGiven: 30 },
    ])
    const entries = lab.ledger.reader.all(
      query.selectFrom('points_entry').select(['kind', 'points']).orderBy('id'),
    )
    expect(entries).toEqual([
      { kind: 'earn', points: 300 },
      { kind: 'correction', points: -270 },
    ])
    const days = lab.ledger.reader.all(query.selectFrom('daily_total').selectAll())
    expect(days).toMatchObject([{ sales: 1, net: 3_000, attached: 1 }])
  })

  it('changes the items of a receipt that stands in the ledger, and it stays the same receipt', async () => {
    const lab = await open()
    await lab.teaching.save(learnt(sale(3), ['quantity']))
    lab.print(sale(3))
    const [before] = lab.receipts.recent(1)
    const id = customer(lab)
    lab.counter.attach(before?.id ?? 0, id, false)
    expect(before?.lines).toMatchObject([{ quantity: 1 }])
    expect(await lab.teaching.tryOn(learnt(sale(3)))).toMatchObject({ changed: 1, new: 0 })
    expect(lab.receipts.recent(1)).toMatchObject([{ lines: [{ quantity: 1 }] }])
    expect(await lab.teaching.save(learnt(sale(3)))).toMatchObject({ changed: 1, entered: 0 })
    expect(lab.receipts.recent(5)).toMatchObject([
      { id: before?.id, lines: [{ quantity: 3, amount: 3_000 }], customer: { id, points: 30 } },
    ])
    expect(lab.events.findLast(({ name }) => name === 'receipt.changed')?.payload).toMatchObject({
      id: before?.id,
    })
  })

  it('is replaced by one of its name, and forgotten without touching what it read', async () => {
    const lab = await open()
    lab.print(sale(1))
    const first = await lab.teaching.save(learnt(sale(1)))
    const second = await lab.teaching.save(learnt(sale(1), ['number']))
    expect(second).toMatchObject({ id: first.id, entered: 0 })
    lab.teaching.remove(first.id)
    expect(lab.teaching.list()).toEqual([])
    expect(lab.stats()).toMatchObject({ receipts: 1 })
    lab.print(sale(2))
    expect(lab.stats()).toMatchObject({ receipts: 1, review: 1 })
  })

  it('may not be called like a profile of the program', async () => {
    const lab = await open()
    const text = learnt(sale(1)).replace('"은하수"', '"A general POS"')
    await expect(lab.teaching.save(text)).rejects.toMatchObject({ code: 'teaching.name-taken' })
  })
})

describe('papers that are no sale', () => {
  it('leave the list together and stay away', async () => {
    const lab = await open()
    lab.print(sale(1, { mark: '물건 들어옴' }), sale(2, { mark: '물건 들어옴' }), sale(3))
    const paperId = lab.review.list().at(-1)?.paperId ?? 0
    const { profile, reading } = lab.teaching.preview({
      paperId,
      marks: [],
      words: [],
      name: '입고',
      notSale: true,
    })
    expect(reading).toMatchObject({ counts: false, problems: ['not-a-sale'] })
    expect(await lab.teaching.tryOn(profile ?? '')).toMatchObject({ aside: 2, new: 0 })
    expect(await lab.teaching.save(profile ?? '')).toMatchObject({ aside: 2 })
    lab.print(sale(4, { mark: '물건 들어옴' }))
    expect(lab.stats()).toMatchObject({ receipts: 0, review: 1 })
  })
})

describe('a correction by hand', () => {
  it('keeps what was read before, what it was made, by whom and when', async () => {
    const lab = await open()
    lab.print(sale(5))
    const [paper] = lab.review.list()
    const { receiptId } = lab.teaching.correct({
      paperId: paper?.paperId ?? 0,
      fields: {
        kind: 'sale',
        issuedAt: noon - minute,
        total: 4_500,
        items: [{ name: '별사탕', quantity: 5, amount: 5_000 }],
      },
    })
    expect(lab.receipts.row(receiptId ?? 0)).toMatchObject({
      total: 4_500,
      issuedAt: noon - minute,
      lines: [{ name: '별사탕', quantity: 5, amount: 5_000 }],
    })
    const [kept] = lab.ledger.reader.all(query.selectFrom('correction').selectAll())
    expect(kept).toMatchObject({ paper_id: paper?.paperId, who: 'owner' })
    expect(JSON.parse(kept?.before_json ?? '')).toMatchObject({ total: 5_000 })
    expect(JSON.parse(kept?.after_json ?? '')).toMatchObject({ total: 4_500, discount: 500 })
    const change = query.updateTable('correction').set({ who: 'nobody' })
    expect(() => lab.ledger.unit.write((tx) => tx.run(change))).toThrow('never updated')
  })

  it('names the person whose PIN was given, by id alone', async () => {
    const lab = await open()
    const id = await lab.staff.people.add({ name: '한사장', role: 'owner', pin: '4827' }, null)
    await lab.staff.doors.enter(id, '4827')
    lab.print(sale(6))
    const [paper] = lab.review.list()
    lab.teaching.correct({
      paperId: paper?.paperId ?? 0,
      fields: {
        kind: 'sale',
        issuedAt: noon,
        total: 6_000,
        items: [{ name: '별사탕', quantity: 6, amount: 6_000 }],
      },
    })
    const [kept] = lab.ledger.reader.all(query.selectFrom('correction').select('who'))
    expect(kept).toEqual({ who: `person-${id}` })
  })

  it('cannot turn a sale that stands in the ledger into a refund', async () => {
    const lab = await open()
    await lab.teaching.save(learnt(sale(1)))
    lab.print(sale(1))
    const row = lab.ledger.reader.first(query.selectFrom('paper').select('id'))
    const correct = () =>
      lab.teaching.correct({
        paperId: row?.id ?? 0,
        fields: { kind: 'refund', issuedAt: noon, total: 1_000, items: [] },
      })
    expect(correct).toThrow(expect.objectContaining({ code: 'teaching.cannot-correct' }))
    expect(lab.ledger.reader.all(query.selectFrom('correction').selectAll())).toEqual([])
  })
})

describe('any order of printing, attaching and teaching', () => {
  it('gives each sale once, to whom it was given, with the points that its total is worth', async () => {
    const step = fc.oneof(
      {
        weight: 4,
        arbitrary: fc.record({ do: fc.constant('print' as const), n: fc.integer({ min: 1, max: 6 }) }),
      },
      {
        weight: 2,
        arbitrary: fc.record({ do: fc.constant('teach' as const), n: fc.integer({ min: 0, max: 1 }) }),
      },
      { weight: 1, arbitrary: fc.record({ do: fc.constant('attach' as const), n: fc.nat(3) }) },
      {
        weight: 1,
        arbitrary: fc.record({ do: fc.constant('correct' as const), n: fc.integer({ min: 1, max: 9 }) }),
      },
    )
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 14 }), async (steps) => {
        const lab = await open()
        const id = customer(lab)
        const owned = new Set<number>()
        for (const { do: what, n } of steps) {
          if (what === 'print') lab.print(sale(n))
          if (what === 'teach') await lab.teaching.save(learnt(sale(1), n === 0 ? [] : ['quantity']))
          const rows = lab.receipts.recent(50)
          const row = rows[n % Math.max(1, rows.length)]
          if (what === 'attach' && row !== undefined) {
            lab.counter.attach(row.id, id, false)
            owned.add(row.id)
          }
          if (what === 'correct' && row !== undefined) correctReceipt(lab, row.id, n * 1_000)
        }
        await lab.teaching.save(learnt(sale(1)))
        expect(lab.stats().review).toBe(0)
        expectSound(lab, id, owned)
      }),
      { numRuns: 12 },
    )
  }, 60_000)
})

const correctReceipt = (lab: TeachingLab, receiptId: number, total: number): void => {
  const receipt = lab.ledger.reader.first(
    query.selectFrom('receipt').select(['paper_id', 'issued_at']).where('id', '=', receiptId),
  )
  if (receipt === undefined) throw new Error('no receipt')
  try {
    const fields = { kind: 'sale' as const, issuedAt: receipt.issued_at, total, items: [] }
    lab.teaching.correct({ paperId: receipt.paper_id, fields })
  } catch (error) {
    expect(error).toMatchObject({ code: 'teaching.cannot-correct' })
  }
}

const expectSound = (lab: TeachingLab, customerId: number, owned: ReadonlySet<number>): void => {
  const { reader } = lab.ledger
  const receipts = reader.all(query.selectFrom('receipt').selectAll())
  expect(new Set(receipts.map(({ paper_id }) => paper_id)).size).toBe(receipts.length)
  const untouched = receipts.filter(
    ({ paper_id }) =>
      reader.first(query.selectFrom('correction').selectAll().where('paper_id', '=', paper_id)) === undefined,
  )
  const numbers = untouched.map(({ receipt_number }) => receipt_number)
  expect(new Set(numbers).size).toBe(numbers.length)
  const mine = receipts.filter(({ customer_id }) => customer_id === customerId)
  expect(new Set(mine.map(({ id }) => id))).toEqual(owned)
  const worth = mine.reduce((sum, { total }) => sum + Math.floor(total / 100), 0)
  expect(lab.points(customerId)).toBe(worth)
  const figures = reader.first(query.selectFrom('customer_figures').selectAll())
  expect(figures).toMatchObject({ points: worth, spend: mine.reduce((sum, { total }) => sum + total, 0) })
  const days = reader.all(query.selectFrom('daily_total').selectAll())
  const sum = (by: (day: (typeof days)[number]) => number): number =>
    days.reduce((all, day) => all + by(day), 0)
  expect(sum(({ net }) => net)).toBe(receipts.reduce((all, { total }) => all + total, 0))
  expect(sum(({ sales }) => sales)).toBe(receipts.length)
  expect(sum(({ attached }) => attached)).toBe(mine.length)
}
