import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Reader } from '../platform/db/statements.ts'
import { paymentMethods } from '../receipts/reading/reading.ts'
import { choices, columnInfo } from './column.ts'
import { holds } from './conditions.repo.ts'
import { categoryOptions } from './products-sheet.repo.ts'
import { asQuery, type SheetColumn, type SheetSource, sheetColumn } from './sheet-source.repo.ts'

const customer = ['customer'] as const
const ofCustomer = sql`LEFT JOIN customer AS c ON c.id = r.customer_id`
const kinds = choices('sale', 'refund', 'order')
const days = columnInfo('businessDate', 'date', 128, { shown: false })

const items = sql<string>`(SELECT group_concat(name, ', ') FROM
  (SELECT name FROM receipt_line WHERE receipt_id = r.id AND parent IS NULL ORDER BY position))`
const payment = sql<string>`(SELECT group_concat(method, ',') FROM
  (SELECT DISTINCT method FROM payment WHERE receipt_id = r.id ORDER BY position))`

const paid = (how: RawBuilder<SqlBool>): RawBuilder<SqlBool> =>
  sql<SqlBool>`EXISTS (SELECT 1 FROM payment AS p WHERE p.receipt_id = r.id AND ${how})`

const receiptColumns: readonly SheetColumn[] = [
  sheetColumn(columnInfo('issuedAt', 'moment', 172), sql.ref('r.issued_at')),
  sheetColumn(days, sql.ref('r.business_date')),
  sheetColumn(columnInfo('kind', 'choice', 84, { options: kinds }), sql.ref('r.kind')),
  sheetColumn(columnInfo('items', 'text', 260, { sortable: false }), items, [], {
    contains: (text) =>
      sql<SqlBool>`EXISTS (SELECT 1 FROM receipt_line AS i WHERE i.receipt_id = r.id AND ${holds(sql.ref('i.name'), text)})`,
  }),
  sheetColumn(columnInfo('customer', 'text', 104), sql.ref('c.name'), customer, {
    initials: sql.ref('c.initials'),
    personal: 'name',
  }),
  sheetColumn(
    columnInfo('points', 'points', 100, { sortable: false, filterable: false }),
    sql`(SELECT sum(points) FROM points_entry WHERE receipt_id = r.id)`,
  ),
  sheetColumn(columnInfo('discount', 'won', 110, { shown: false }), sql.ref('r.discount')),
  sheetColumn(columnInfo('total', 'won', 118), sql.ref('r.total')),
  sheetColumn(columnInfo('vat', 'won', 110, { shown: false }), sql.ref('r.vat')),
  sheetColumn(
    columnInfo('payment', 'tags', 100, { sortable: false, options: choices(...paymentMethods) }),
    payment,
    [],
    {
      contains: (text) => paid(holds(sql.ref('p.method'), text)),
      oneOf: (values) => paid(sql<SqlBool>`p.method IN ${values}`),
    },
  ),
  sheetColumn(columnInfo('number', 'text', 160), sql.ref('r.receipt_number')),
  sheetColumn(columnInfo('approval', 'text', 130, { shown: false }), sql.ref('r.approval_number')),
]

/** Digits are a number of the receipt, other words a customer's name. */
const foundReceipt = (text: string): { where: RawBuilder<SqlBool>; needs: readonly string[] } =>
  /^[\d-]+$/.test(text)
    ? { where: holds(sql.ref('r.receipt_number'), text), needs: [] }
    : {
        where: sql<SqlBool>`r.customer_id IN (SELECT id FROM customer WHERE ${holds(sql.ref('name'), text)})`,
        needs: [],
      }

/** Every receipt is in the sums of its month; a million of them would take long to count. */
const receiptsInSums = (reader: Reader): number | null =>
  reader.first(
    asQuery(
      sql<{
        count: number | null
      }>`SELECT iif(counted, (SELECT coalesce(sum(sales + refunds), 0) FROM period_sum
        WHERE period < 9999999), NULL) AS count FROM sums_state WHERE id = 1`,
    ),
  )?.count ?? null

export const receiptsSheet: SheetSource = {
  name: 'receipts',
  from: sql`receipt AS r`,
  joins: { customer: ofCustomer },
  key: sql<number>`r.id`,
  isAt: (place) => sql<SqlBool>`r.id = ${place}`,
  id: sql<number>`r.id`,
  customer: { id: sql<number | null>`r.customer_id`, needs: [] },
  natural: sql`r.issued_at DESC, r.id DESC`,
  found: foundReceipt,
  keepsOrder: false,
  known: receiptsInSums,
  columns: () => receiptColumns,
}

const category = (reader: Reader): SheetColumn =>
  sheetColumn(
    columnInfo('category', 'choice', 130, { options: categoryOptions(reader) }),
    sql.ref('g.name'),
    ['category'],
  )

const lineColumns: readonly SheetColumn[] = [
  sheetColumn(columnInfo('issuedAt', 'moment', 172), sql.ref('r.issued_at')),
  sheetColumn(days, sql.ref('r.business_date')),
  sheetColumn(columnInfo('name', 'text', 260), sql.ref('l.name')),
  sheetColumn(columnInfo('quantity', 'number', 96), sql.ref('l.quantity')),
  sheetColumn(columnInfo('unitPrice', 'won', 120), sql.ref('l.unit_price')),
  sheetColumn(columnInfo('amount', 'won', 126), sql.ref('l.amount')),
  sheetColumn(columnInfo('option', 'bool', 88, { shown: false }), sql`(l.parent IS NOT NULL)`),
  sheetColumn(columnInfo('kind', 'choice', 96, { options: kinds }), sql.ref('r.kind')),
  sheetColumn(columnInfo('customer', 'text', 120), sql.ref('c.name'), customer, {
    initials: sql.ref('c.initials'),
    personal: 'name',
  }),
  sheetColumn(columnInfo('number', 'text', 190, { shown: false }), sql.ref('r.receipt_number')),
]

export const linesSheet: SheetSource = {
  name: 'lines',
  // The receipts first, in the order of their index; SQLite would otherwise begin with two million lines.
  from: sql`receipt AS r CROSS JOIN receipt_line AS l ON l.receipt_id = r.id`,
  joins: {
    customer: ofCustomer,
    category: sql`LEFT JOIN product_name AS pn ON pn.name = l.name LEFT JOIN product AS spelt ON spelt.id = pn.product_id
      LEFT JOIN product AS p ON p.id = spelt.stands_for LEFT JOIN category AS g ON g.id = p.category_id`,
  },
  key: sql<string>`(l.receipt_id || ':' || l.position)`,
  isAt: (place) =>
    sql<SqlBool>`r.id = CAST(${place} AS INTEGER) AND l.position = CAST(substr(${place}, instr(${place}, ':') + 1) AS INTEGER)`,
  id: sql<number>`r.id`,
  customer: { id: sql<number | null>`r.customer_id`, needs: [] },
  natural: sql`r.issued_at DESC, r.id DESC, l.position`,
  found: (text) => ({ where: holds(sql.ref('l.name'), text), needs: [] }),
  keepsOrder: false,
  columns: (reader) => [...lineColumns, category(reader)],
}
