import { useQuery } from '@tanstack/react-query'
import { TriangleAlert } from 'lucide-react'
import { queries } from '../../api/queries.ts'
import { useNavigation } from '../../app/navigation.tsx'
import { useWords } from '../../app/words.ts'
import { Button } from '../../ui/button.tsx'
import { ReceiptList } from './receipt-list.tsx'
import { ReceiptStrip } from './receipt-strip.tsx'
import type { Counter } from './use-counter.ts'

const ReviewLink = () => {
  const { t } = useWords()
  const { go } = useNavigation()
  const count = useQuery(queries.today).data?.review ?? 0
  return count === 0 ? null : (
    <Button
      keepFocus
      size="large"
      look="danger"
      keyCap="F7"
      className="review-link"
      onPress={() => go('review')}
    >
      <TriangleAlert size={24} aria-hidden="true" />
      {t('review.count', { n: count })}
    </Button>
  )
}

/** What the POS printed, newest on top, as it comes. */
export const ReceiptsPanel = ({ counter }: { readonly counter: Counter }) => {
  const { t } = useWords()
  const { rows, atHand, loading } = counter
  const shown = atHand ?? rows[0] ?? null
  return (
    <aside className="receipts-panel" aria-label={t('receipts.list')}>
      <h2 className="panel-title">
        {t(
          counter.chosenId !== null && shown?.id === counter.chosenId ? 'receipts.chosen' : 'receipts.title',
        )}
      </h2>
      {shown === null ? (
        <div className="receipts-empty">
          <p className="receipts-empty-title">{t(loading ? 'common.loading' : 'receipts.empty')}</p>
          {loading ? null : <p className="counter-soft">{t('receipts.emptyHint')}</p>}
        </div>
      ) : (
        <ReceiptStrip key={shown.id} row={shown} counter={counter} />
      )}
      <ReceiptList rows={rows} shownId={shown?.id ?? null} counter={counter} />
      <ReviewLink />
    </aside>
  )
}
