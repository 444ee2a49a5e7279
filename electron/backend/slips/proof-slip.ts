import type { SlipColumns } from '#shared/contract/devices.ts'
import { businessDate, clockText, type EpochMs } from '#shared/dates.ts'
import { formatNumber } from '#shared/won.ts'
import { wrap } from './columns.ts'
import { printableText } from './printable.ts'
import { feed, type SlipBlock, textBlock } from './slip-block.ts'

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

const moment = (at: EpochMs): string => `${businessDate(at)} ${clockText(at)}`

/** Paper for the drawer: when the last copy was made, what is in it, and the code that tells it from any other. */
export const proofSlipBlocks = (proof: Proof, columns: SlipColumns): SlipBlock[] => {
  const centred = { align: 'center' } as const
  const line = (text: string): SlipBlock[] => wrap(printableText(text), columns).map((one) => textBlock(one))
  return [
    textBlock('백업 확인', { ...centred, width: 2, height: 2, bold: true }),
    feed(),
    ...wrap(printableText(proof.shop), columns).map((one) => textBlock(one, centred)),
    textBlock('-'.repeat(columns)),
    ...line(`백업한 때  ${moment(proof.at)}`),
    ...line(`손님  ${formatNumber(proof.customers)}명`),
    ...line(`영수증  ${formatNumber(proof.receipts)}건`),
    ...line(`확인한 때  ${moment(proof.provenAt)}`),
    textBlock('-'.repeat(columns)),
    textBlock('확인 번호', centred),
    textBlock(proof.checkCode, { ...centred, width: 2, height: 2, bold: true }),
    feed(),
    ...line('되살릴 때 화면에 이 번호가 보이면 같은 백업이에요. USB와 암호를 따로 보관해 주세요.'),
  ]
}
