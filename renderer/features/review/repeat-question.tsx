import { useQuery } from '@tanstack/react-query'
import type { CallOutput } from '#shared/contract/index.ts'
import { api } from '../../api/api.ts'
import { failureOf } from '../../api/failure.ts'
import { useNow } from '../../app/use-now.ts'
import { useWords } from '../../app/words.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PaperView } from '../../ui/paper-view.tsx'
import { useAnswer } from './use-answer.ts'

type Twin = CallOutput<'review.twins'>['own']

/** One of the two papers: when it came, whose sale it is, and how it looks. */
const TwinPaper = ({
  title,
  when,
  twin,
}: {
  readonly title: string
  readonly when: string
  readonly twin: Twin
}) => {
  const { t } = useWords()
  const paper = useQuery({
    queryKey: ['review.paper', twin.paperId],
    queryFn: () => api.call('review.paper', { paperId: twin.paperId }),
  })
  return (
    <figure className="repeat-paper">
      <figcaption>
        <strong>{title}</strong>
        <span>{when}</span>
        <span>{twin.receipt.customer?.maskedName ?? t('repeat.nobody')}</span>
      </figcaption>
      {paper.data === undefined ? null : <PaperView paper={paper.data} />}
    </figure>
  )
}

const secondsBetween = ({ earlier, own }: CallOutput<'review.twins'>): number =>
  Math.max(1, Math.round((own.receivedAt - earlier.receivedAt) / 1000))

/** Two papers that nothing tells apart: one sale printed twice, or two sales. */
export const RepeatQuestion = ({
  paperId,
  onByHand,
}: {
  readonly paperId: number
  readonly onByHand: () => void
}) => {
  const { t, won, moment } = useWords()
  const now = useNow()
  const { answer } = useAnswer()
  const twins = useQuery({
    queryKey: ['review.twins', paperId],
    queryFn: () => api.call('review.twins', { paperId }),
    retry: false,
  })
  const say = (said: 'one-sale' | 'two-sales'): void =>
    void answer(paperId, t(said === 'one-sale' ? 'repeat.saidOne' : 'repeat.saidTwo'), () =>
      api.call('review.answerRepeat', { paperId, answer: said }),
    )
  const gone = twins.error !== null && failureOf(twins.error).code === 'review.not-asked'
  return (
    <section className="repeat" aria-labelledby="repeat-question">
      <h2 id="repeat-question">{t('repeat.question')}</h2>
      <p>{t('repeat.why')}</p>
      {gone ? <Notice tone="warn">{t('repeat.gone')}</Notice> : null}
      <div className="repeat-answers">
        {twins.data === undefined ? null : (
          <Button size="large" onPress={() => say('one-sale')}>
            {t('repeat.oneSale')}
          </Button>
        )}
        <Button size="large" onPress={() => say('two-sales')}>
          {t('repeat.twoSales')}{' '}
          {twins.data === undefined ? null : `${won(twins.data.own.receipt.total)} × 2`}
        </Button>
        {gone ? (
          <Button size="large" onPress={onByHand}>
            {t('hand.open')}
          </Button>
        ) : null}
      </div>
      <p className="review-later">{t('repeat.oneSaleHint')}</p>
      {twins.data === undefined ? null : (
        <div className="repeat-papers">
          <TwinPaper
            title={t('repeat.earlier')}
            when={moment(twins.data.earlier.receivedAt, now)}
            twin={twins.data.earlier}
          />
          <TwinPaper
            title={t('repeat.own')}
            when={t('repeat.seconds', { n: secondsBetween(twins.data) })}
            twin={twins.data.own}
          />
        </div>
      )}
    </section>
  )
}
