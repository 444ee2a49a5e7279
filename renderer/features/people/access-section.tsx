import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../api/api.ts'
import { failureOf } from '../../api/failure.ts'
import { keys } from '../../api/keys.ts'
import { queries } from '../../api/queries.ts'
import { useNow } from '../../app/use-now.ts'
import { useWords } from '../../app/words.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { FailureNotice } from '../../ui/notice.tsx'
import { useFailureToast } from '../../ui/use-failure-toast.ts'
import { Section } from '../settings/section.tsx'
import { AccessTable } from './access-table.tsx'

/** Month by month: what happened, and the owner's tick that they have looked through it. */
export const AccessSection = () => {
  const { t, moment } = useWords()
  const now = useNow(60_000)
  const client = useQueryClient()
  const failed = useFailureToast()
  const months = useQuery({ ...queries.accessMonths, refetchOnMount: 'always' })
  const [open, setOpen] = useState<string | null>(null)
  const tick = useMutation({
    mutationFn: (month: string) => api.call('access.tick', { month, remark: '' }),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.accessMonths }),
    onError: failed,
  })
  return (
    <Section title={t('access.title')}>
      <p className="people-soft">{t('access.lead')}</p>
      {months.error === null ? null : <FailureNotice failure={failureOf(months.error)} />}
      {months.data?.length === 0 ? <p>{t('access.none')}</p> : null}
      <ul className="people-list">
        {(months.data ?? []).map((month) => (
          <li key={month.month}>
            <div className="access-month">
              <strong>{month.month.replace('-', '. ')}.</strong>
              <span>{t('access.counts', { n: month.entries, exports: month.exports })}</span>
              {month.failed > 0 ? (
                <Badge tone="red">{t('access.failedCount', { n: month.failed })}</Badge>
              ) : null}
              {month.atNight > 0 ? (
                <Badge tone="gold">{t('access.nightCount', { n: month.atNight })}</Badge>
              ) : null}
              <span className="access-space" />
              {month.reviewed === null ? (
                <Button isDisabled={tick.isPending} onPress={() => tick.mutate(month.month)}>
                  {t('access.tick')}
                </Button>
              ) : (
                <span className="access-ticked">
                  {t('access.ticked', { when: moment(month.reviewed.at, now) })}
                </span>
              )}
              <Button
                look="quiet"
                onPress={() => setOpen(open === month.month ? null : month.month)}
                label={t(open === month.month ? 'access.hide' : 'access.show')}
              >
                {t(open === month.month ? 'access.hide' : 'access.show')}
              </Button>
            </div>
            {open === month.month ? <AccessTable month={month.month} /> : null}
          </li>
        ))}
      </ul>
    </Section>
  )
}
