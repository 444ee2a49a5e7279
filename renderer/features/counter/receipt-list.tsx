import { clockText } from '#shared/dates.ts'
import { useWords } from '../../app/words.ts'
import { intoView } from '../../ui/into-view.ts'
import type { ReceiptRow } from './types.ts'
import type { Counter } from './use-counter.ts'

const shownRows = 12

const Row = ({
  row,
  today,
  current,
  onPress,
}: {
  readonly row: ReceiptRow
  /** The business day of the newest receipt: older ones show their date instead of the time. */
  readonly today: string | null
  readonly current: boolean
  readonly onPress: () => void
}) => {
  const { t, won } = useWords()
  return (
    <li>
      <button
        type="button"
        ref={current ? intoView : null}
        className={`receipt-row ${current ? 'current' : ''}`}
        aria-pressed={current}
        onPointerDown={(event) => event.preventDefault()}
        onClick={onPress}
      >
        <span className="receipt-time">
          {row.businessDate === today ? clockText(row.receivedAt) : row.businessDate.slice(5)}
        </span>
        <span className={row.customer === null ? 'receipt-who nobody-yet' : 'receipt-who'}>
          {row.kind === 'order' ? <span className="receipt-order">{t('receipts.order')} </span> : null}
          {row.kind === 'refund' ? <span className="receipt-refund">{t('receipts.refund')} </span> : null}
          {row.customer === null
            ? row.kind === 'refund'
              ? ''
              : t('receipts.noCustomer')
            : t('receipts.customer', { name: row.customer.maskedName })}
        </span>
        <span className="receipt-total">{won(row.total)}</span>
      </button>
    </li>
  )
}

/** The receipts before; pressing one brings it to hand. */
export const ReceiptList = ({
  rows,
  shownId,
  counter,
}: {
  readonly rows: readonly ReceiptRow[]
  readonly shownId: number | null
  readonly counter: Counter
}) => (
  <ul className="receipt-list">
    {rows.slice(0, shownRows).map((row) => (
      <Row
        key={row.id}
        row={row}
        today={rows[0]?.businessDate ?? null}
        current={row.id === shownId}
        onPress={() => counter.choose(counter.chosenId === row.id ? null : row.id)}
      />
    ))}
  </ul>
)
