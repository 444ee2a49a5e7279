import type { SlipTemplateTables } from '#backend/platform/db/tables/slip-templates.ts'
import type { Columns } from './columns.ts'

export const slipTemplateColumns: Columns<SlipTemplateTables> = {
  slip_template: { id: 'INTEGER', kind: 'TEXT', blocks_json: 'TEXT NULL', at: 'INTEGER' },
  slip_picture: { id: 'INTEGER', width: 'INTEGER', height: 'INTEGER', gray: 'BLOB', at: 'INTEGER' },
  slip_automatic: { kind: 'TEXT', at: 'INTEGER' },
}
