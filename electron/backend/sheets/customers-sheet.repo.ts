import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { isInitials } from '#shared/hangul.ts'
import { query } from '../platform/db/query.ts'
import type { Reader } from '../platform/db/statements.ts'
import { choices, columnInfo } from './column.ts'
import { holds } from './conditions.repo.ts'
import { fieldColumns } from './field-columns.repo.ts'
import { type SheetColumn, type SheetSource, sheetColumn } from './sheet-source.repo.ts'

const figures = ['figures'] as const
const detail = ['detail'] as const
const habit = ['habit'] as const
const leftOut = { personal: 'left-out' } as const
const hidden = { shown: false } as const

const lastWord = sql<number>`ifnull((SELECT x.given FROM consent AS x JOIN consent_wording AS w ON w.id = x.wording_id
  WHERE x.customer_id = c.id AND w.kind = 'marketing' ORDER BY x.at DESC, x.id DESC LIMIT 1), 0)`
/** All who agree, in one pass; asked one by one they would be too many. */
const agreed = sql`(SELECT customer_id FROM (
  SELECT customer_id, given, max(at) FROM consent
  WHERE wording_id IN (SELECT id FROM consent_wording WHERE kind = 'marketing') GROUP BY customer_id)
  WHERE given = 1)`

/** Month and day first, so that it sorts as the year goes; what is lunar says so. */
const birthday = sql<string>`CASE WHEN d.birth_month IS NOT NULL THEN
  printf('%02d-%02d', d.birth_month, d.birth_day)
  || CASE WHEN d.birth_calendar = 'lunar' THEN CASE WHEN d.birth_leap THEN ' (윤)' ELSE ' (음)' END ELSE '' END END`

const detailText = (name: string, column: string, width: number): SheetColumn =>
  sheetColumn(
    columnInfo(name, 'text', width, { editable: true, shown: false }),
    sql.ref(`d.${column}`),
    detail,
    leftOut,
  )

const first: readonly SheetColumn[] = [
  sheetColumn(columnInfo('name', 'text', 128, { editable: true }), sql.ref('c.name'), [], {
    initials: sql.ref('c.initials'),
    personal: 'name',
  }),
  sheetColumn(columnInfo('phone', 'phone', 148, { editable: true }), sql.ref('c.phone')),
]

const last: readonly SheetColumn[] = [
  sheetColumn(columnInfo('visits', 'number', 88), sql.ref('f.visits'), figures),
  sheetColumn(columnInfo('spend', 'won', 128), sql.ref('f.spend'), figures),
  sheetColumn(
    columnInfo('average', 'won', 120, hidden),
    sql`CASE WHEN f.visits > 0 THEN CAST(round(1.0 * f.spend / f.visits) AS INTEGER) END`,
    figures,
  ),
  sheetColumn(columnInfo('points', 'points', 116), sql.ref('f.points'), figures),
  sheetColumn(columnInfo('lastVisit', 'date', 124), sql.ref('f.last_visit'), figures),
  sheetColumn(columnInfo('firstVisit', 'date', 128, hidden), sql.ref('f.first_visit'), figures),
  sheetColumn(columnInfo('rhythm', 'number', 116, hidden), sql.ref('h.rhythm_days'), habit),
  sheetColumn(columnInfo('nextFrom', 'date', 128, hidden), sql.ref('h.next_from'), habit),
  sheetColumn(columnInfo('nextTo', 'date', 128, hidden), sql.ref('h.next_to'), habit),
  sheetColumn(columnInfo('birthday', 'text', 116, hidden), birthday, detail, leftOut),
  sheetColumn(
    columnInfo('gender', 'choice', 96, {
      editable: true,
      shown: false,
      options: choices('female', 'male', 'other'),
    }),
    sql.ref('d.gender'),
    detail,
  ),
  detailText('address', 'address', 240),
  detailText('foundBy', 'found_by', 160),
  detailText('allergies', 'allergies', 160),
  detailText('cautions', 'cautions', 160),
  sheetColumn(columnInfo('marketing', 'bool', 110, { shown: false, sortable: false }), lastWord, [], {
    oneOf: (values) => sql<SqlBool>`(c.id IN ${agreed}) IN ${values}`,
  }),
  sheetColumn(columnInfo('joinedOn', 'date', 128, hidden), sql.ref('c.joined_on')),
]

/** Long, so it stands at the end until somebody moves it. */
const memo = sheetColumn(columnInfo('memo', 'text', 184, { editable: true }), sql.ref('c.memo'), [], leftOut)

const tier = (reader: Reader): SheetColumn => {
  const names = reader.all(query.selectFrom('tier').select('name').distinct().orderBy('id'))
  return sheetColumn(
    columnInfo('tier', 'choice', 88, {
      shown: names.length > 0,
      options: names.map(({ name }) => ({ value: name, label: name })),
    }),
    sql`t.name`,
    ['tier'],
  )
}

const tags = (reader: Reader): SheetColumn => {
  const names = reader.all(query.selectFrom('tag').select('name').orderBy('name'))
  return sheetColumn(
    columnInfo('tags', 'tags', 116, {
      editable: true,
      sortable: false,
      options: names.map(({ name }) => ({ value: name, label: name })),
    }),
    sql`(SELECT group_concat(name, ', ') FROM (SELECT t.name FROM customer_tag AS ct JOIN tag AS t ON t.id = ct.tag_id
      WHERE ct.customer_id = c.id ORDER BY t.name))`,
    [],
    {
      oneOf: (values) => tagged(sql<SqlBool>`t.name IN ${values}`),
      contains: (text) => tagged(holds(sql.ref('t.name'), text)),
    },
  )
}

const tagged = (which: RawBuilder<SqlBool>): RawBuilder<SqlBool> =>
  sql<SqlBool>`c.id IN (SELECT ct.customer_id FROM tag AS t JOIN customer_tag AS ct ON ct.tag_id = t.id WHERE ${which})`

/** Name, initials, memo, or digits of the phone. */
const found = (text: string): { where: RawBuilder<SqlBool>; needs: readonly string[] } => {
  const bare = text.replace(/[\s-]/g, '')
  if (/^\d+$/.test(bare)) return { where: holds(sql.ref('c.phone'), bare), needs: [] }
  if (isInitials(bare)) return { where: holds(sql.ref('c.initials'), bare), needs: [] }
  return {
    where: sql<SqlBool>`(${holds(sql.ref('c.name'), text)} OR ${holds(sql.ref('c.memo'), text)})`,
    needs: [],
  }
}

export const customersSheet: SheetSource = {
  name: 'customers',
  from: sql`customer AS c`,
  // Somebody who has left is no customer any more.
  always: sql<SqlBool>`c.left_at IS NULL`,
  joins: {
    figures: sql`LEFT JOIN customer_figures AS f ON f.customer_id = c.id`,
    detail: sql`LEFT JOIN customer_detail AS d ON d.customer_id = c.id`,
    tier: sql`LEFT JOIN customer_tier AS ct ON ct.customer_id = c.id LEFT JOIN tier AS t ON t.id = ct.tier_id`,
    habit: sql`LEFT JOIN customer_habit AS h ON h.customer_id = c.id`,
  },
  key: sql<number>`c.id`,
  isAt: (place) => sql<SqlBool>`c.id = ${place}`,
  id: sql<number>`c.id`,
  customer: { id: sql<number>`c.id`, needs: [] },
  natural: sql`c.name, c.id`,
  found,
  keepsOrder: true,
  columns: (reader) => [...first, tier(reader), tags(reader), ...last, ...fieldColumns(reader), memo],
}
