import type { CallOutput } from '#shared/contract/index.ts'
import { useNow } from '../../app/use-now.ts'
import { useWords } from '../../app/words.ts'
import { Badge } from '../../ui/badge.tsx'

type ReceiptRow = CallOutput<'receipts.recent'>[number]

const itemsText = (row: ReceiptRow): string => row.lines.map((line) => line.name).join(', ')

const TableRow = ({
  row,
  current,
  onPress,
}: {
  readonly row: ReceiptRow
  readonly current: boolean
  readonly onPress: () => void
}) => {
  const { t, won, signedPoints, moment } = useWords()
  const now = useNow()
  return (
    <tr className={current ? 'current' : ''}>
      <td>
        <button type="button" className="table-link" aria-pressed={current} onClick={onPress}>
          {moment(row.issuedAt, now)}
        </button>
      </td>
      <td className="table-items">
        {row.kind === 'refund' ? <Badge tone="red">{t('receipts.refund')}</Badge> : null} {itemsText(row)}
      </td>
      <td>{row.customer === null ? '' : t('receipts.customer', { name: row.customer.maskedName })}</td>
      <td className="number">{row.pointsGiven === 0 ? '' : signedPoints(row.pointsGiven)}</td>
      <td className="number">{won(row.total)}</td>
    </tr>
  )
}

/** Figures to the right, newest on top. */
export const ReceiptTable = ({
  rows,
  chosen,
  onChoose,
}: {
  readonly rows: readonly ReceiptRow[]
  readonly chosen: number | null
  readonly onChoose: (receiptId: number) => void
}) => {
  const { t } = useWords()
  return (
    <table className="receipt-table">
      <thead>
        <tr>
          <th>{t('officeReceipts.time')}</th>
          <th>{t('officeReceipts.items')}</th>
          <th>{t('officeReceipts.customer')}</th>
          <th className="number">{t('officeReceipts.points')}</th>
          <th className="number">{t('officeReceipts.total')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <TableRow key={row.id} row={row} current={row.id === chosen} onPress={() => onChoose(row.id)} />
        ))}
      </tbody>
    </table>
  )
}
