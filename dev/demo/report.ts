import { clockText } from '#shared/dates.ts'
import { formatNumber } from '#shared/won.ts'
import type { DemoResult, ReceiptRow } from './run.ts'
import { tableLines } from './table.ts'

/** The receipts as they stand in the ledger, and what they come to. */
export const reportLines = ({ receipts, slips, review }: DemoResult): string[] => [
  ...tableLines(
    [
      { title: 'time', side: 'left' },
      { title: 'kind', side: 'left' },
      { title: 'items', side: 'left', most: 38 },
      { title: 'won', side: 'right' },
      { title: 'customer', side: 'left' },
      { title: 'points', side: 'right' },
      { title: 'slip', side: 'left' },
    ],
    receipts.map((receipt) => [
      clockText(receipt.issuedAt),
      receipt.kind,
      itemsOf(receipt),
      formatNumber(receipt.total),
      receipt.customer?.maskedName ?? '-',
      receipt.customer === null ? '-' : formatNumber(receipt.pointsGiven),
      slips.get(receipt.id) ?? '-',
    ]),
  ),
  '',
  `${receipts.length} receipts, ${formatNumber(sum(receipts, 'total'))} won net, ` +
    `${formatNumber(sum(receipts, 'pointsGiven'))} points given; ` +
    `${review} paper${review === 1 ? '' : 's'} kept to be looked at (확인 필요)`,
]

const sum = (receipts: readonly ReceiptRow[], figure: 'total' | 'pointsGiven'): number =>
  receipts.reduce((total, receipt) => total + receipt[figure], 0)

const itemsOf = ({ lines }: ReceiptRow): string =>
  lines.map(({ name, quantity }) => `${name} x${formatNumber(quantity)}`).join(', ')
