import { ChevronLeft, ChevronRight, Printer } from 'lucide-react'
import { useState } from 'react'
import { addDays } from '#shared/dates.ts'
import { failureOf } from '../../api/failure.ts'
import type { AppStatus } from '../../api/types.ts'
import { useWords } from '../../app/words.ts'
import { Button } from '../../ui/button.tsx'
import { FailureNotice } from '../../ui/notice.tsx'
import { useOpenLabels } from '../labels/open-labels.tsx'
import '../pictures/pictures.css'
import { Best } from './best.tsx'
import './evening.css'
import { Figures } from './figures.tsx'
import { HoursPicture } from './hours-picture.tsx'
import { Birthdays, Missing, Visitors } from './people.tsx'
import { letterOf, weekdayName } from './sentences.ts'
import { ToDo } from './to-do.tsx'
import { useEvening } from './use-evening.ts'

/** 오늘: three sentences first, then what they stand on. */
const EveningPage = ({ status }: { readonly status: AppStatus }) => {
  const words = useWords()
  const { t } = words
  const openLabels = useOpenLabels()
  const [chosen, choose] = useState<string | null>(null)
  const query = useEvening(chosen)
  const evening = query.data
  if (evening === undefined)
    return query.error === null ? (
      <p className="picture-empty">{t('evening.loading')}</p>
    ) : (
      <FailureNotice failure={failureOf(query.error)} />
    )
  const { date } = evening
  const dated = `${date} (${weekdayName(date, t)})`
  // Before the first receipt of the day it is yesterday that there is something to tell of.
  const isEmpty = evening.sales === 0 && evening.refunds === 0
  const [came, sold, missed] = letterOf(evening, words)
  return (
    <div className={query.isPlaceholderData ? 'evening stale' : 'evening'}>
      <header className="evening-head">
        <h1>{chosen === null ? t('evening.title.today') : dated}</h1>
        {chosen === null ? <p>{dated}</p> : null}
        <div className="evening-days">
          <Button look="quiet" label={t('evening.dayBefore')} onPress={() => choose(addDays(date, -1))}>
            <ChevronLeft size={24} aria-hidden="true" />
          </Button>
          <Button
            look="quiet"
            label={t('evening.dayAfter')}
            isDisabled={chosen === null}
            onPress={() => choose(addDays(date, 1))}
          >
            <ChevronRight size={24} aria-hidden="true" />
          </Button>
          {chosen === null ? null : <Button onPress={() => choose(null)}>{t('evening.backToday')}</Button>}
          <Button onPress={() => openLabels({ of: 'day', date: chosen })}>
            <Printer size={20} aria-hidden="true" />
            {t('evening.print')}
          </Button>
        </div>
      </header>
      {query.error === null ? null : <FailureNotice failure={failureOf(query.error)} />}
      <section className="evening-letter" aria-live="polite">
        <p className="evening-hello">
          {chosen !== null
            ? t('evening.helloOther', { date: dated })
            : t(isEmpty ? 'evening.helloEarly' : 'evening.hello')}
        </p>
        <p>{came}</p>
        <p>{sold}</p>
        <p>{missed}</p>
        {chosen === null && isEmpty ? (
          <Button onPress={() => choose(addDays(date, -1))}>{t('evening.seeYesterday')}</Button>
        ) : null}
      </section>
      <Figures evening={evening} />
      <div className="evening-columns">
        <div className="evening-column">
          <ToDo evening={evening} status={status} />
          <Missing evening={evening} />
          <Birthdays evening={evening} />
        </div>
        <div className="evening-column">
          <HoursPicture evening={evening} isToday={chosen === null} />
          <Best evening={evening} />
        </div>
        <div className="evening-column">
          <Visitors evening={evening} />
        </div>
      </div>
    </div>
  )
}

export default EveningPage
