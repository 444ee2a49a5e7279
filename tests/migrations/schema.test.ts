import { describe, expect, it } from 'vitest'
import type { Schema } from '#backend/platform/db/schema.ts'
import { ledgerLab } from '../helpers/ledger-lab.ts'
import { answerColumns } from './columns/answers.ts'
import type { Columns } from './columns/columns.ts'
import { customerColumns } from './columns/customers.ts'
import { guestColumns } from './columns/guest.ts'
import { labelColumns } from './columns/labels.ts'
import { movingInColumns } from './columns/moving-in.ts'
import { peopleColumns } from './columns/people.ts'
import { pointsColumns } from './columns/points.ts'
import { prepaidColumns } from './columns/prepaid.ts'
import { productColumns } from './columns/products.ts'
import { rewardColumns } from './columns/rewards.ts'
import { segmentColumns } from './columns/segments.ts'
import { sheetColumns } from './columns/sheets.ts'
import { slipTemplateColumns } from './columns/slip-templates.ts'
import { slipColumns } from './columns/slips.ts'
import { sumColumns } from './columns/sums.ts'

/** The types compare this with `schema.ts`, column by column; the test compares it with the file. */
const columns: Columns<Schema> = {
  ...answerColumns,
  ...customerColumns,
  ...peopleColumns,
  ...pointsColumns,
  ...guestColumns,
  ...labelColumns,
  ...movingInColumns,
  ...prepaidColumns,
  ...productColumns,
  ...rewardColumns,
  ...segmentColumns,
  ...sheetColumns,
  ...slipColumns,
  ...slipTemplateColumns,
  ...sumColumns,
  ledger_state: {
    id: 'INTEGER',
    ledger_uuid: 'TEXT',
    journal_seq: 'INTEGER',
    last_id: 'INTEGER',
    created_at: 'INTEGER',
  },
  ingest_position: {
    source_id: 'TEXT',
    capture_seq: 'INTEGER',
    byte_offset: 'INTEGER',
  },
  shop: {
    id: 'INTEGER',
    name: 'TEXT',
    business_number: 'TEXT NULL',
    phone: 'TEXT NULL',
    address: 'TEXT NULL',
    closes_at_hour: 'INTEGER',
    points_rate_bp: 'INTEGER',
    footer: 'TEXT',
    qr: 'TEXT',
    demo: 'INTEGER',
  },
  customer: {
    id: 'INTEGER',
    name: 'TEXT',
    initials: 'TEXT',
    phone: 'TEXT NULL',
    last_four: 'TEXT NULL',
    memo: 'TEXT',
    joined_on: 'TEXT',
    created_at: 'INTEGER',
    updated_at: 'INTEGER',
    left_at: 'INTEGER NULL',
  },
  consent_wording: {
    id: 'INTEGER',
    kind: 'TEXT',
    version: 'INTEGER',
    text: 'TEXT',
    from_at: 'INTEGER',
  },
  consent: {
    id: 'INTEGER',
    customer_id: 'INTEGER',
    wording_id: 'INTEGER',
    given: 'INTEGER',
    how: 'TEXT',
    at: 'INTEGER',
  },
  paper: {
    id: 'INTEGER',
    source_id: 'TEXT',
    source_name: 'TEXT',
    capture_seq: 'INTEGER',
    from_byte: 'INTEGER',
    to_byte: 'INTEGER',
    received_at: 'INTEGER',
    ended_by: 'TEXT',
    encoding: 'TEXT',
    kind: 'TEXT',
    profile: 'TEXT NULL',
    confidence: 'REAL',
    total: 'INTEGER NULL',
    problems: 'TEXT',
    state: 'TEXT',
    digest: 'TEXT',
  },
  taught_profile: {
    id: 'INTEGER',
    name: 'TEXT',
    json: 'TEXT',
    created_at: 'INTEGER',
    updated_at: 'INTEGER',
  },
  correction: {
    id: 'INTEGER',
    paper_id: 'INTEGER',
    who: 'TEXT',
    at: 'INTEGER',
    before_json: 'TEXT',
    after_json: 'TEXT',
  },
  paper_bytes: {
    paper_id: 'INTEGER',
    bytes: 'BLOB',
  },
  receipt: {
    id: 'INTEGER',
    paper_id: 'INTEGER',
    kind: 'TEXT',
    issued_at: 'INTEGER',
    received_at: 'INTEGER',
    business_date: 'TEXT',
    business_number: 'TEXT NULL',
    receipt_number: 'TEXT NULL',
    approval_number: 'TEXT NULL',
    original_number: 'TEXT NULL',
    refunds_receipt_id: 'INTEGER NULL',
    total: 'INTEGER',
    discount: 'INTEGER',
    supply: 'INTEGER NULL',
    vat: 'INTEGER NULL',
    exempt: 'INTEGER NULL',
    identity: 'TEXT',
    customer_id: 'INTEGER NULL',
    attached_at: 'INTEGER NULL',
  },
  receipt_line: {
    receipt_id: 'INTEGER',
    position: 'INTEGER',
    parent: 'INTEGER NULL',
    name: 'TEXT',
    unit_price: 'INTEGER NULL',
    quantity: 'REAL NULL',
    amount: 'INTEGER NULL',
  },
  payment: {
    receipt_id: 'INTEGER',
    position: 'INTEGER',
    method: 'TEXT',
    amount: 'INTEGER',
  },
  customer_figures: {
    customer_id: 'INTEGER',
    visits: 'INTEGER',
    spend: 'INTEGER',
    points: 'INTEGER',
    first_visit: 'TEXT NULL',
    last_visit: 'TEXT NULL',
  },
  daily_total: {
    business_date: 'TEXT',
    sales: 'INTEGER',
    refunds: 'INTEGER',
    net: 'INTEGER',
    attached: 'INTEGER',
  },
  counter_waiting: {
    id: 'INTEGER',
    customer_id: 'INTEGER',
    print: 'INTEGER',
    since: 'INTEGER',
  },
  slip: {
    id: 'INTEGER',
    number: 'TEXT',
    customer_id: 'INTEGER NULL',
    receipt_id: 'INTEGER NULL',
    printer_id: 'TEXT',
    printer_name: 'TEXT',
    columns: 'INTEGER',
    copy: 'INTEGER',
    state: 'TEXT',
    bytes: 'BLOB',
    at: 'INTEGER',
    settled_at: 'INTEGER NULL',
  },
}

describe('schema.ts', () => {
  it('says of the ledger what the ledger is, column by column', async () => {
    const { ledger } = await ledgerLab()
    const tables = ledger.db
      .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
      .pluck()
      .all()
      .map(String)
    const found = Object.fromEntries(
      tables.map((table) => [
        table,
        Object.fromEntries(
          ledger.db
            .prepare(
              "SELECT name, type || CASE WHEN \"notnull\" OR pk THEN '' ELSE ' NULL' END FROM pragma_table_info(?)",
            )
            .raw()
            .all(table)
            .map((row) => row as [string, string]),
        ),
      ]),
    )
    expect(found).toEqual(columns)
  })

  it('has only STRICT tables', async () => {
    const { ledger } = await ledgerLab()
    const loose = ledger.db
      .prepare(
        "SELECT name FROM pragma_table_list WHERE type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite_%'",
      )
      .pluck()
      .all()
    expect(loose).toEqual([])
  })
})
