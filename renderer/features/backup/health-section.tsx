import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { formatNumber } from '#shared/won.ts'
import { api } from '../../api/api.ts'
import { failureOf } from '../../api/failure.ts'
import { useNow } from '../../app/use-now.ts'
import { useWords } from '../../app/words.ts'
import { Button } from '../../ui/button.tsx'
import { FailureNotice, Notice } from '../../ui/notice.tsx'

const healthKey = ['health.state']

/** Is the ledger itself whole: pages, records, balances, sums? Looked at every day by itself. */
export const HealthSection = () => {
  const { t, moment } = useWords()
  const now = useNow(60_000)
  const client = useQueryClient()
  const state = useQuery({ queryKey: healthKey, queryFn: () => api.call('health.state', {}) })
  useEffect(() => api.on('health.changed', (next) => client.setQueryData(healthKey, next)), [client])
  const run = useMutation({
    mutationFn: () => api.call('health.run', {}),
    onSuccess: (next) => client.setQueryData(healthKey, next),
  })
  const last = state.data?.last ?? null
  const working = run.isPending || state.data?.running === true
  return (
    <section className="backup-section" aria-label={t('health.title')}>
      <header>
        <h2>{t('health.title')}</h2>
        <Button isDisabled={working} onPress={() => run.mutate()}>
          {t(working ? 'health.working' : 'health.run')}
        </Button>
      </header>
      <p className="backup-soft">{t('health.lead')}</p>
      {run.error === null ? null : <FailureNotice failure={failureOf(run.error)} />}
      {last === null ? null : last.faults.length === 0 ? (
        <Notice tone="good" role="status">
          {t('health.well', {
            when: moment(last.at, now),
            customers: formatNumber(last.customers),
            receipts: formatNumber(last.receipts),
          })}
        </Notice>
      ) : (
        <Notice tone="bad" role="alert">
          {last.faults.map((fault) => t(`health.fault.${fault}`)).join(' ')}
        </Notice>
      )}
    </section>
  )
}
