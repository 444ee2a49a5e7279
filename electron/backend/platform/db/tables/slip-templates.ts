import type { EpochMs } from '#shared/dates.ts'
import type { AutomaticSlipKind, SlipKind } from '#shared/slips/kinds.ts'

export interface SlipTemplateTables {
  slip_template: { id: number; kind: SlipKind; blocks_json: string | null; at: EpochMs }
  slip_picture: { id: number; width: number; height: number; gray: Uint8Array; at: EpochMs }
  slip_automatic: { kind: AutomaticSlipKind; at: EpochMs }
}
