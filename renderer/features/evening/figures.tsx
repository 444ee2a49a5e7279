import { useWords } from '../../app/words.ts'
import { counted, percentText } from '../pictures/compact.ts'
import { type Evening, weekdayName } from './sentences.ts'

const Figure = ({
  name,
  value,
  beside,
}: {
  readonly name: string
  readonly value: string
  readonly beside: string | null
}) => (
  <div className="evening-figure">
    <dt>{name}</dt>
    <dd>
      <strong>{value}</strong>
      <span>{beside ?? '\u00a0'}</span>
    </dd>
  </div>
)

/** The day in four figures, each with what it is measured by. */
export const Figures = ({ evening }: { readonly evening: Evening }) => {
  const { t, won } = useWords()
  const { date, usual, usualByNow, weekBefore, net, sales, visits, newcomers, guestNet } = evening
  const weekday = weekdayName(date, t)
  return (
    <section aria-label={t('evening.figures')}>
      <dl className="evening-figures">
        <Figure
          name={t('evening.net')}
          value={won(net)}
          beside={
            usual === null
              ? weekBefore === null
                ? null
                : t('evening.weekBefore', { sum: won(weekBefore.net) })
              : usualByNow === null || Math.round(usualByNow) === 0
                ? t('evening.usual', { weekday, sum: won(Math.round(usual.net)) })
                : t('evening.usualByNow', { weekday, sum: won(Math.round(usualByNow)) })
          }
        />
        <Figure
          name={t('evening.receipts')}
          value={t('pictures.count', counted(sales))}
          beside={
            usual === null
              ? null
              : t('evening.usualReceipts', { weekday, n: counted(Math.round(usual.sales)).n })
          }
        />
        <Figure
          name={t('evening.visits')}
          value={t('pictures.people', counted(visits))}
          beside={
            newcomers === 0 ? null : `${t('evening.newcomers')} ${t('pictures.people', counted(newcomers))}`
          }
        />
        <Figure
          name={t('evening.share')}
          value={won(guestNet)}
          beside={net <= 0 ? null : t('evening.shareOf', { share: percentText(guestNet / net) })}
        />
      </dl>
    </section>
  )
}
