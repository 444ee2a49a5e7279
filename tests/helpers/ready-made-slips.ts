import type { EarnSlip } from '#backend/slips/slip.ts'
import type { SlipBlock } from '#backend/slips/slip-block.ts'
import { earnValues } from '#backend/slips/templates/earn-values.ts'
import { layOut } from '#backend/slips/templates/lay-out.ts'
import { readyMade } from '#backend/slips/templates/ready-made.ts'
import type { SlipTemplates } from '#backend/slips/templates/templates.service.ts'
import type { SlipColumns } from '#shared/contract/devices.ts'

/** What is printed while nobody has written templates, and nothing is known but what the printing one says. */
export const readyMadeTemplates: Pick<SlipTemplates, 'draw'> = {
  draw: (_reader, { kind, own, columns }) => layOut(readyMade(kind), own, columns),
}

/** The earn slip as it is printed until the owner writes another one. */
export const earnSlipBlocks = (slip: EarnSlip, columns: SlipColumns): SlipBlock[] =>
  layOut(readyMade('earn'), earnValues(slip), columns)
