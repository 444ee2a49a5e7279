import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { CallOutput } from '#shared/contract/index.ts'
import { addDays, businessDate } from '#shared/dates.ts'
import { api } from '../../api/api.ts'
import { failureOf } from '../../api/failure.ts'
import { useNow } from '../../app/use-now.ts'
import { useWords } from '../../app/words.ts'
import { Button } from '../../ui/button.tsx'
import { FailureNotice } from '../../ui/notice.tsx'
import type { ReviewRow } from './review-list.tsx'
import { useAnswer } from './use-answer.ts'

type Sale = CallOutput<'review.sales'>[number]

const oldest = 400

const SaleRow = ({ sale, onPick }: { readonly sale: Sale; readonly onPick: () => void }) => {
  const { t, won, moment } = useWords()
  const now = useNow()
  const names = sale.lines.map((line) => line.name).join(', ')
  return (
    <li className="refund-sale">
      <span className="refund-sale-when">{moment(sale.issuedAt, now)}</span>
      <strong>{won(sale.total)}</strong>
      <span className="refund-sale-names">{names}</span>
      <span className="refund-sale-who">{sale.customer?.maskedName ?? t('repeat.nobody')}</span>
      <Button
        label={`${moment(sale.issuedAt, now)} ${won(sale.total)} ${t('refundOf.pick')}`}
        onPress={onPick}
      >
        {t('refundOf.pick')}
      </Button>
    </li>
  )
}

/** A refund that found no sale: the owner picks it, or leaves it as it is. */
export const RefundQuestion = ({
  row,
  onLeave,
}: {
  readonly row: ReviewRow
  readonly onLeave: () => void
}) => {
  const { t, won } = useWords()
  const now = useNow()
  const { answer } = useAnswer()
  const [day, choose] = useState<string>('')
  const sales = useQuery({
    queryKey: ['review.sales', row.paperId, day],
    queryFn: () => api.call('review.sales', { paperId: row.paperId, day: day === '' ? null : day }),
  })
  const pick = (receiptId: number): void =>
    void answer(row.paperId, t('refundOf.said'), () =>
      api.call('review.joinRefund', { paperId: row.paperId, receiptId }),
    )
  const today = businessDate(now)
  return (
    <aside className="review-words refund-question">
      <h2>{t('refundOf.question')}</h2>
      <p className="review-total">
        {t('refundOf.amount')} <strong>{won(Math.abs(row.total ?? 0))}</strong>
      </p>
      <div className="refund-day">
        <label className="refund-day-label">
          {t('refundOf.day')}
          <input
            type="date"
            value={day}
            min={addDays(today, -oldest)}
            max={today}
            onChange={(event) => choose(event.currentTarget.value)}
          />
        </label>
        {day === '' ? null : <Button onPress={() => choose('')}>{t('refundOf.recent')}</Button>}
      </div>
      {sales.error === null ? null : <FailureNotice failure={failureOf(sales.error)} />}
      {sales.data?.length === 0 ? <p>{t('refundOf.none')}</p> : null}
      <ul className="refund-sales" aria-label={t('refundOf.sales')}>
        {(sales.data ?? []).map((sale) => (
          <SaleRow key={sale.id} sale={sale} onPick={() => pick(sale.id)} />
        ))}
      </ul>
      <Button onPress={onLeave}>{t('refundOf.leave')}</Button>
      <p className="review-later">{t('refundOf.leaveHint')}</p>
    </aside>
  )
}
