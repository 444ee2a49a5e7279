import { layoutA } from '#backend/devices/simulated/layout-a.ts'
import { createRandom } from '#backend/devices/simulated/random.ts'
import { randomSale } from '#backend/devices/simulated/sale.ts'
import type { Connection } from '#backend/platform/db/open.ts'
import { generateReceipts, type MadeReceipt } from './generate.ts'
import { fillKnown } from './known.ts'
import { person } from './people.ts'
import type { ShopPlan } from './plan.ts'
import { fillProducts, fillSums } from './sums.ts'

/** Bytes of papers are kept for so many days (see the pruning service). */
const bytesDays = 90
const receiptsAPiece = 20_000
const pointsShare = 100

interface Figures {
  visits: number
  spend: number
  points: number
  first: string | null
  last: string | null
}

/**
 * Writes a generated shop into an empty ledger, past unit of work and journal: prepared statements in large
 * transactions, secondary indexes made at the end. For benchmarks only.
 */
export const fillLedger = (db: Connection, plan: ShopPlan): void => {
  const indexes = takeIndexes(db)
  db.pragma('synchronous = OFF')
  db.pragma('cache_size = -200000')
  const customers = addPeople(db, plan)
  const lastId = addReceipts(db, plan, customers)
  fillProducts(db)
  for (const index of indexes) db.exec(index)
  fillSums(db)
  fillKnown(db, customers)
  db.prepare('UPDATE ledger_state SET last_id = ? WHERE id = 1').run(lastId)
  db.pragma('synchronous = FULL')
  db.pragma('wal_checkpoint(TRUNCATE)')
  db.exec('ANALYZE')
}

const takeIndexes = (db: Connection): string[] => {
  const found = db
    .prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL")
    .all() as { name: string; sql: string }[]
  for (const { name } of found) db.exec(`DROP INDEX ${name}`)
  return found.map(({ sql }) => sql)
}

/** @returns the ids of the customers. */
const addPeople = (db: Connection, plan: ShopPlan): number[] => {
  const random = createRandom(plan.customers)
  const insert = db.prepare(
    `INSERT INTO customer (id, name, initials, phone, last_four, memo, joined_on, created_at, updated_at)
     VALUES (?, ?, ?, ?, ?, '', '2016-11-22', 0, 0)`,
  )
  const wordings = db
    .prepare("SELECT id FROM consent_wording WHERE kind IN ('required', 'marketing')")
    .pluck()
    .all()
  const consent = db.prepare(
    "INSERT INTO consent (id, customer_id, wording_id, given, how, at) VALUES (?, ?, ?, 1, 'counter', 0)",
  )
  const ids = Array.from({ length: plan.customers }, (_, index) => 1000 + index * 4)
  db.transaction(() => {
    for (const [index, id] of ids.entries()) {
      const { name, initials, phone } = person(random, index)
      insert.run(id, name, initials, phone, phone.slice(-4))
      for (const [place, wording] of wordings.entries()) consent.run(id + place, id, wording)
    }
  })()
  return ids
}

/** @returns the greatest id that was given. */
const addReceipts = (db: Connection, plan: ShopPlan, customers: readonly number[]): number => {
  const put = inserts(db)
  const figures = customers.map((): Figures => ({ visits: 0, spend: 0, points: 0, first: null, last: null }))
  const bytes = layoutA(randomSale(createRandom(1), 1, 0, true), 'sale')
  let lastId = 0
  let piece: MadeReceipt[] = []
  const day = { date: '', sales: 0, net: 0, attached: 0 }
  const endDay = (): void => {
    if (day.sales > 0) put.day.run(day.date, day.sales, day.net, day.attached)
    Object.assign(day, { sales: 0, net: 0, attached: 0 })
  }
  const addOne = (made: MadeReceipt): void => {
    const owner = made.customer === null ? undefined : figures[made.customer]
    const customer = made.customer === null ? null : (customers[made.customer] ?? null)
    lastId = put.receipt(
      made,
      customer,
      made.index / plan.receipts > 1 - bytesDays / plan.days ? bytes : null,
    )
    if (made.date !== day.date) endDay()
    day.date = made.date
    day.sales += 1
    day.net += made.total
    if (owner === undefined) return
    day.attached += 1
    owner.visits += owner.last === made.date ? 0 : 1
    owner.spend += made.total
    owner.points += Math.floor(made.total / pointsShare)
    owner.first ??= made.date
    owner.last = made.date
  }
  const flush = db.transaction(() => {
    for (const made of piece) addOne(made)
    piece = []
  })
  for (const made of generateReceipts(plan)) {
    piece.push(made)
    if (piece.length === receiptsAPiece) flush()
  }
  flush()
  db.transaction(() => {
    endDay()
    for (const [index, one] of figures.entries())
      put.figures.run(customers[index], one.visits, one.spend, one.points, one.first, one.last)
  })()
  return lastId
}

const inserts = (db: Connection) => {
  const paper = db.prepare(
    `INSERT INTO paper (id, source_id, source_name, capture_seq, from_byte, to_byte, received_at, ended_by, encoding,
       kind, profile, confidence, total, problems, state, digest)
     VALUES (?, 'pos', '계산대 POS', ?, 0, 900, ?, 'cut', 'cp949', 'sale', 'a-general', 1, ?, '', 'read', ?)`,
  )
  const paperBytes = db.prepare('INSERT INTO paper_bytes (paper_id, bytes) VALUES (?, ?)')
  const receipt = db.prepare(
    `INSERT INTO receipt (id, paper_id, kind, issued_at, received_at, business_date, business_number, receipt_number,
       approval_number, original_number, refunds_receipt_id, total, discount, supply, vat, exempt, identity,
       customer_id, attached_at)
     VALUES (?, ?, 'sale', ?, ?, ?, '1234567891', ?, ?, NULL, NULL, ?, ?, ?, ?, NULL, ?, ?, ?)`,
  )
  const line = db.prepare(
    'INSERT INTO receipt_line (receipt_id, position, parent, name, unit_price, quantity, amount) VALUES (?, ?, NULL, ?, ?, ?, ?)',
  )
  const payment = db.prepare('INSERT INTO payment (receipt_id, position, method, amount) VALUES (?, 0, ?, ?)')
  const points = db.prepare(
    `INSERT INTO points_entry (id, customer_id, receipt_id, kind, points, reverses_id, rate_bp, at, business_date, lot_id)
     VALUES (?, ?, ?, 'earn', ?, NULL, NULL, ?, ?, ?)`,
  )
  const lot = db.prepare(
    `INSERT INTO points_lot (id, customer_id, sale_id, given, remaining, starts_on, ends_on)
     VALUES (?, ?, ?, ?, ?, ?, NULL)`,
  )
  const worth = db.prepare(
    'INSERT INTO points_worth (sale_id, id, rule_id, tier_id, worth, unit) VALUES (?, ?, 1, 0, ?, 1)',
  )
  return {
    day: db.prepare(
      'INSERT INTO daily_total (business_date, sales, refunds, net, attached) VALUES (?, ?, 0, ?, ?)',
    ),
    figures: db.prepare(
      `INSERT INTO customer_figures (customer_id, visits, spend, points, first_visit, last_visit)
       VALUES (?, ?, ?, ?, ?, ?)`,
    ),
    /** @returns the greatest id that it took. */
    receipt(made: MadeReceipt, customer: number | null, bytes: Uint8Array | null): number {
      const { at, total, index } = made
      const id = at * 1024
      const number = `${made.date.replaceAll('-', '')}-01-${String(made.number).padStart(4, '0')}`
      const approval = made.pay === 'card' ? scrambled(index, 100_000_007, 8) : null
      paper.run(id, index + 1, at, total, scrambled(index, 1_000_003, 64))
      if (bytes !== null) paperBytes.run(id, bytes)
      const sums = [total, made.discount, made.supply, made.vat]
      const owner = [customer, customer === null ? null : at]
      receipt.run(
        id + 1,
        id,
        at,
        at,
        made.date,
        number,
        approval,
        ...sums,
        made.date.replaceAll('-', '') + scrambled(index, 7_368_787, 22),
        ...owner,
      )
      for (const [position, { product, quantity, amount }] of made.lines.entries())
        line.run(id + 1, position, product.name, product.price, quantity, amount)
      payment.run(id + 1, made.pay, total)
      const given = Math.floor(total / pointsShare)
      if (customer !== null && given > 0) {
        lot.run(id + 2, customer, id + 1, given, given, made.date)
        points.run(id + 2, customer, id + 1, given, at, made.date, id + 2)
        worth.run(id + 1, id + 2, given)
      }
      return id + 2
    },
  }
}

/** Digits in no order, another one for each index, as long as asked for: stands for digests and keys. */
const scrambled = (index: number, stride: number, length: number): string =>
  String((index * stride) % 99_999_989)
    .padStart(8, '0')
    .repeat(8)
    .slice(0, length)
