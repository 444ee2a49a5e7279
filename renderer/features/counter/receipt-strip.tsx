import { clockText } from '#shared/dates.ts'
import { formatNumber } from '#shared/won.ts'
import { useWords } from '../../app/words.ts'
import { Button } from '../../ui/button.tsx'
import { Strip } from '../../ui/strip.tsx'
import type { ReceiptRow } from './types.ts'
import type { Counter } from './use-counter.ts'

const shownLines = 4

/** The receipt at hand, drawn as what it is. */
export const ReceiptStrip = ({ row, counter }: { readonly row: ReceiptRow; readonly counter: Counter }) => {
  const { t, won, ago } = useWords()
  const lines = row.lines.length > shownLines ? row.lines.slice(0, shownLines - 1) : row.lines
  const more = row.lines.length - lines.length
  const { customer } = row
  return (
    <div className="receipt-at-hand">
      <Strip className="arriving">
        <p className="strip-head">
          <span>{clockText(row.issuedAt)}</span>
          <span className={row.kind === 'refund' ? 'strip-refund' : 'strip-ago'}>
            {row.kind === 'refund' ? t('receipts.refund') : ago(row.receivedAt, counter.now)}
          </span>
        </p>
        <ul className="strip-lines">
          {lines.map((line, index) => (
            <li key={`${index}-${line.name}`}>
              <span className="strip-name">{line.name}</span>
              <span>{line.quantity}</span>
              <span className="strip-amount">{formatNumber(line.amount)}</span>
            </li>
          ))}
          {more > 0 ? <li className="strip-more">{t('receipts.more', { n: more })}</li> : null}
        </ul>
        <p className="strip-total">
          <span>{t('receipts.total')}</span>
          <strong>{won(row.total)}</strong>
        </p>
      </Strip>
      {customer !== null && counter.chosenId === row.id ? (
        <Button
          keepFocus
          size="large"
          look="quiet"
          isDisabled={counter.busy}
          onPress={() => counter.detach(row.id, customer.id)}
        >
          {t('receipts.customer', { name: customer.maskedName })} · {t('action.detach')}
        </Button>
      ) : null}
    </div>
  )
}
