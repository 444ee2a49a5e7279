import type { EpochMs } from '#shared/dates.ts'
import { formatNumber } from '#shared/won.ts'
import { momentText } from './templates/shown.ts'
import { joinValues, type SlipValues } from './templates/values.ts'

/** What a proven copy holds, by its manifest. */
export interface Proof {
  readonly shop: string
  readonly at: EpochMs
  readonly customers: number
  readonly receipts: number
  /** Eight figures that the screen and any other PC show for this very copy. */
  readonly checkCode: string
  readonly provenAt: EpochMs
}

/** What the proof of a backup fills its template with. */
export const proofValues = (proof: Proof): SlipValues =>
  joinValues({
    fields: {
      shopName: proof.shop,
      slipNumber: '',
      date: momentText(proof.provenAt).slice(0, 10),
      moment: momentText(proof.provenAt),
      backupAt: momentText(proof.at),
      backupCustomers: `${formatNumber(proof.customers)}명`,
      backupReceipts: `${formatNumber(proof.receipts)}건`,
      provenAt: momentText(proof.provenAt),
      checkCode: proof.checkCode,
    },
  })
