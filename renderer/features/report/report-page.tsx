import { useMutation, useQuery } from '@tanstack/react-query'
import { ArrowLeft, ChevronLeft, ChevronRight, FileDown, Printer } from 'lucide-react'
import { useState } from 'react'
import { businessDate } from '#shared/dates.ts'
import { api } from '../../api/api.ts'
import { failureOf } from '../../api/failure.ts'
import { queries } from '../../api/queries.ts'
import { useNavigation } from '../../app/navigation.tsx'
import { useNow } from '../../app/use-now.ts'
import { useWords } from '../../app/words.ts'
import { Button } from '../../ui/button.tsx'
import { FailureNotice } from '../../ui/notice.tsx'
import { useToasts } from '../../ui/toast.tsx'
import { useFailureToast } from '../../ui/use-failure-toast.ts'
import '../pictures/pictures.css'
import { spanKey } from '../pictures/range/range-state.ts'
import { usePicture } from '../pictures/use-picture.ts'
import {
  type Month,
  monthAfter,
  monthBefore,
  monthOf,
  monthsUpTo,
  monthToCompare,
  rangeOfMonth,
} from './month.ts'
import './report.css'
import { ReportSheets } from './sheets.tsx'

const useMonth = (month: Month, today: string) => {
  const range = rangeOfMonth(month, today)
  const compare = monthToCompare(month, today)
  const sales = usePicture('analytics.sales', { range, compare, step: 'day' })
  const heat = usePicture('analytics.heat', { range, rows: 'weekday', columns: 'hour' })
  const ranking = usePicture('analytics.ranking', { range, compare, by: 'product' })
  const guests = usePicture('analytics.guests', { range, step: 'week' })
  const months = usePicture('analytics.guests', { range: monthsUpTo(month, 12, today), step: 'month' })
  const all = [sales, heat, ranking, guests, months]
  const figures =
    sales.data === undefined ||
    heat.data === undefined ||
    ranking.data === undefined ||
    guests.data === undefined
      ? null
      : { sales: sales.data, heat: heat.data, ranking: ranking.data, guests: guests.data }
  return {
    figures,
    months: months.data ?? null,
    isFetching: all.some((query) => query.isFetching),
    error: all.find((query) => query.error !== null)?.error ?? null,
  }
}

const Report = ({ today, first }: { readonly today: string; readonly first: Month }) => {
  const { t } = useWords()
  const { go } = useNavigation()
  const { show } = useToasts()
  const fail = useFailureToast()
  // A month that has just begun has little to say yet.
  const [month, choose] = useState<Month>(() =>
    today.slice(8) < '08' && monthBefore(monthOf(today)) >= first
      ? monthBefore(monthOf(today))
      : monthOf(today),
  )
  const { figures, months, isFetching, error } = useMonth(month, today)
  const shopName = useQuery(queries.shop).data?.name ?? ''
  const save = useMutation({
    mutationFn: () => api.call('analytics.saveReport', { name: t('report.fileName', { month }) }),
    onSuccess: ({ path }) => show({ text: t('report.saved'), detail: path, stay: 9_000 }),
    onError: fail,
  })
  const ready = figures !== null && months !== null && !isFetching
  return (
    <>
      <header className="report-top">
        <Button look="quiet" onPress={() => go('pictures')}>
          <ArrowLeft size={20} aria-hidden="true" />
          {t('report.back')}
        </Button>
        <div className="report-month">
          <Button
            look="quiet"
            label={t('report.monthBefore')}
            isDisabled={month <= first}
            onPress={() => choose(monthBefore(month))}
          >
            <ChevronLeft size={24} aria-hidden="true" />
          </Button>
          <h1>{t('report.title', { month })}</h1>
          <Button
            look="quiet"
            label={t('report.monthAfter')}
            isDisabled={month >= monthOf(today)}
            onPress={() => choose(monthAfter(month))}
          >
            <ChevronRight size={24} aria-hidden="true" />
          </Button>
        </div>
        <Button isDisabled={!ready} onPress={() => window.print()}>
          <Printer size={20} aria-hidden="true" />
          {t('report.print')}
        </Button>
        <Button look="primary" isDisabled={!ready || save.isPending} onPress={() => save.mutate()}>
          <FileDown size={20} aria-hidden="true" />
          {t('report.save')}
        </Button>
      </header>
      {error === null ? null : <FailureNotice failure={failureOf(error)} />}
      {figures === null || months === null ? (
        <p className="picture-empty">{t('pictures.loading')}</p>
      ) : (
        <ReportSheets shopName={shopName} month={month} figures={figures} months={months} made={today} />
      )}
    </>
  )
}

/** The month as two pages for the wall. */
const ReportPage = () => {
  const { t } = useWords()
  const now = useNow(60_000)
  const shop = useQuery(queries.shop).data
  const { data: span } = useQuery({ queryKey: spanKey, queryFn: () => api.call('analytics.span', {}) })
  if (shop === undefined || span === undefined)
    return <p className="picture-empty">{t('pictures.loading')}</p>
  const today = businessDate(now, shop.closesAtHour)
  return <Report today={today} first={monthOf(span?.from ?? today)} />
}

export default ReportPage
