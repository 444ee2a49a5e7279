import type { BusinessDate, EpochMs } from '#shared/dates.ts'
import type { Won } from '#shared/won.ts'
import type { AnswerTables } from './tables/answers.ts'
import type { CustomerTables } from './tables/customers.ts'
import type { GuestTables } from './tables/guest.ts'
import type { LabelTables } from './tables/labels.ts'
import type { MovingInTables } from './tables/moving-in.ts'
import type { PeopleTables } from './tables/people.ts'
import type { PointsTables } from './tables/points.ts'
import type { PrepaidTables } from './tables/prepaid.ts'
import type { ProductTables } from './tables/products.ts'
import type { RewardTables } from './tables/rewards.ts'
import type { SegmentTables } from './tables/segments.ts'
import type { SheetTables } from './tables/sheets.ts'
import type { SlipTemplateTables } from './tables/slip-templates.ts'
import type { SlipTables } from './tables/slips.ts'
import type { SumTables } from './tables/sums.ts'

/** The ledger as its migrations leave it. A test compares it with the real file. */
export interface Schema
  extends AnswerTables,
    LabelTables,
    MovingInTables,
    CustomerTables,
    GuestTables,
    PeopleTables,
    PointsTables,
    PrepaidTables,
    ProductTables,
    RewardTables,
    SegmentTables,
    SheetTables,
    SlipTables,
    SlipTemplateTables,
    SumTables {
  ledger_state: {
    id: number
    ledger_uuid: string
    journal_seq: number
    last_id: number
    created_at: EpochMs
  }
  ingest_position: { source_id: string; capture_seq: number; byte_offset: number }
  shop: {
    id: number
    name: string
    business_number: string | null
    phone: string | null
    address: string | null
    closes_at_hour: number
    points_rate_bp: number
    footer: string
    qr: string
    demo: number
  }
  customer: {
    id: number
    name: string
    initials: string
    phone: string | null
    last_four: string | null
    memo: string
    joined_on: BusinessDate
    created_at: EpochMs
    updated_at: EpochMs
    left_at: EpochMs | null
  }
  consent_wording: {
    id: number
    kind: 'required' | 'marketing' | 'night' | 'details' | 'sensitive' | 'sharing'
    version: number
    text: string
    from_at: EpochMs
  }
  consent: {
    id: number
    customer_id: number
    wording_id: number
    given: number
    how: 'counter' | 'guest-screen' | 'paper' | 'phone' | 'import'
    at: EpochMs
  }
  paper: {
    id: number
    source_id: string
    source_name: string
    capture_seq: number
    from_byte: number
    to_byte: number
    received_at: EpochMs
    ended_by: string
    encoding: string
    kind: string
    profile: string | null
    confidence: number
    total: Won | null
    problems: string
    state: 'read' | 'review' | 'set-aside' | 'dismissed'
    digest: string
  }
  taught_profile: { id: number; name: string; json: string; created_at: EpochMs; updated_at: EpochMs }
  correction: {
    id: number
    paper_id: number
    who: string
    at: EpochMs
    before_json: string
    after_json: string
  }
  paper_bytes: { paper_id: number; bytes: Uint8Array }
  receipt: {
    id: number
    paper_id: number
    kind: 'sale' | 'refund' | 'order'
    issued_at: EpochMs
    received_at: EpochMs
    business_date: BusinessDate
    business_number: string | null
    receipt_number: string | null
    approval_number: string | null
    original_number: string | null
    refunds_receipt_id: number | null
    total: Won
    discount: Won
    supply: Won | null
    vat: Won | null
    exempt: Won | null
    identity: string
    customer_id: number | null
    attached_at: EpochMs | null
  }
  receipt_line: {
    receipt_id: number
    position: number
    parent: number | null
    name: string
    unit_price: Won | null
    quantity: number | null
    amount: Won | null
  }
  payment: { receipt_id: number; position: number; method: string; amount: Won }
  customer_figures: {
    customer_id: number
    visits: number
    spend: Won
    points: number
    first_visit: BusinessDate | null
    last_visit: BusinessDate | null
  }
  daily_total: { business_date: BusinessDate; sales: number; refunds: number; net: Won; attached: number }
  counter_waiting: { id: number; customer_id: number; print: number; since: EpochMs }
  slip: {
    id: number
    number: string
    customer_id: number | null
    receipt_id: number | null
    printer_id: string
    printer_name: string
    columns: number
    copy: number
    state: 'queued' | 'sent' | 'confirmed' | 'unknown' | 'failed'
    bytes: Uint8Array
    at: EpochMs
    settled_at: EpochMs | null
  }
}
