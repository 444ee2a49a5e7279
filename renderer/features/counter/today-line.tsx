import { useQuery } from '@tanstack/react-query'
import { queries } from '../../api/queries.ts'
import { useWords } from '../../app/words.ts'

/** The day so far, quietly. */
export const TodayLine = () => {
  const { t, won } = useWords()
  const today = useQuery(queries.today).data
  if (today === undefined) return null
  return (
    <p className="today-line">
      {t('today.line', {
        receipts: today.receipts,
        net: won(today.net),
        attached: today.attached,
        count: today.receipts,
      })}
    </p>
  )
}
