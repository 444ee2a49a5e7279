import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { api } from '../../../api/api.ts'
import { useNow } from '../../../app/use-now.ts'
import { useWords } from '../../../app/words.ts'
import { Button } from '../../../ui/button.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { useFailureToast } from '../../../ui/use-failure-toast.ts'

const stateKey = ['analytics.state'] as const

/** Whether the pictures' figures were compared with the receipts, and the way to do it again. */
export const SumsUpkeep = () => {
  const { t, moment } = useWords()
  const now = useNow(60_000)
  const client = useQueryClient()
  const fail = useFailureToast()
  const { data: state } = useQuery({ queryKey: stateKey, queryFn: () => api.call('analytics.state', {}) })
  useEffect(
    () =>
      api.on('analytics.progress', (next) => {
        client.setQueryData(stateKey, next)
        if (next.work === null)
          void client.invalidateQueries({
            predicate: ({ queryKey: [name] }) =>
              String(name).startsWith('analytics.') && name !== stateKey[0],
          })
      }),
    [client],
  )
  const check = useMutation({
    mutationFn: (rebuild: boolean) => api.call('analytics.check', { rebuild }),
    onError: fail,
  })
  const stop = useMutation({ mutationFn: () => api.call('analytics.stop', {}), onError: fail })
  if (state === undefined) return null
  const { work, found, checkedAt, counted } = state
  if (work !== null)
    return (
      <section className="upkeep" aria-label={t('upkeep.title')}>
        <Notice role="status">
          <p>
            {t(counted ? `upkeep.${work.kind}` : 'upkeep.first')}{' '}
            {t('upkeep.progress', { done: work.done, total: work.total })}
          </p>
          <progress
            className="upkeep-progress"
            value={work.done}
            max={Math.max(1, work.total)}
            aria-label={t('upkeep.title')}
          />
        </Notice>
        <Button onPress={() => stop.mutate()}>{t('upkeep.stop')}</Button>
      </section>
    )
  return (
    <section className="upkeep" aria-label={t('upkeep.title')}>
      {found !== null && found > 0 ? (
        <Notice tone="warn" role="status">
          {t('upkeep.wrong', { n: found })}
        </Notice>
      ) : (
        <p className="upkeep-line">
          {checkedAt === null ? t('upkeep.never') : t('upkeep.right', { when: moment(checkedAt, now) })}
        </p>
      )}
      <Button look="quiet" onPress={() => check.mutate(false)}>
        {t('upkeep.checkNow')}
      </Button>
      {found !== null && found > 0 ? (
        <Button look="primary" onPress={() => check.mutate(true)}>
          {t('upkeep.rebuildNow')}
        </Button>
      ) : null}
    </section>
  )
}
