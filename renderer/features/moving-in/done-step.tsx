import { useMutation } from '@tanstack/react-query'
import { formatNumber } from '#shared/won.ts'
import { api } from '../../api/api.ts'
import { useNavigation } from '../../app/navigation.tsx'
import { useWords } from '../../app/words.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { useToasts } from '../../ui/toast.tsx'
import { useFailureToast } from '../../ui/use-failure-toast.ts'
import type { ImportRun } from './use-moving.ts'

/** How it ended, what came in, and the ways on from here. */
export const DoneStep = ({ run }: { readonly run: ImportRun }) => {
  const { t, language, points } = useWords()
  const { go } = useNavigation()
  const { show } = useToasts()
  const onError = useFailureToast()
  const undo = useMutation({ mutationFn: () => api.call('moving.undo', { runId: run.id }), onError })
  const leave = useMutation({ mutationFn: () => api.call('moving.leave', {}), onError })
  const refused = useMutation({
    mutationFn: () => api.call('moving.refused', { language }),
    onSuccess: ({ path, rows }) =>
      show({ text: t('moving.refusedSaved', { n: formatNumber(rows) }), detail: path, stay: 20_000 }),
    onError,
  })
  const undone = run.state === 'undone'
  const figures = [
    [t('moving.count.fresh'), run.added, t('moving.people', { n: formatNumber(run.added) })],
    [t('moving.did.completed'), run.completed, t('moving.people', { n: formatNumber(run.completed) })],
    [t('moving.count.sales'), run.receipts, t('moving.sales', { n: formatNumber(run.receipts) })],
    [t('moving.count.points'), run.points, points(run.points)],
    [t('moving.count.known'), run.known, formatNumber(run.known)],
    [
      t('moving.did.refused'),
      run.refused,
      t('moving.rows', { n: formatNumber(run.refused), count: run.refused }),
    ],
  ] as const
  return (
    <div className="moving-done">
      <Notice tone={undone ? 'plain' : run.state === 'stopped' ? 'warn' : 'good'} role="status">
        <strong>
          {t(undone ? 'moving.undone' : run.state === 'stopped' ? 'moving.stopped' : 'moving.done')}
        </strong>
        {run.state === 'stopped' ? <p>{t('moving.stoppedHint')}</p> : null}
        {undone && run.kept > 0 ? <p>{t('moving.undoneKept', { n: formatNumber(run.kept) })}</p> : null}
      </Notice>
      {undone ? null : (
        <dl className="moving-figures">
          {figures
            .filter(([, value]) => value > 0)
            .map(([label, , text]) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{text}</dd>
              </div>
            ))}
        </dl>
      )}
      <div className="moving-actions">
        {undone ? null : (
          <Button look="danger" onPress={() => undo.mutate()} isDisabled={undo.isPending}>
            {t('moving.undo')}
          </Button>
        )}
        {run.refused === 0 || undone ? null : (
          <Button onPress={() => refused.mutate()} isDisabled={refused.isPending}>
            {t('moving.toRefused')}
          </Button>
        )}
        <Button onPress={() => leave.mutate()}>{t('moving.next')}</Button>
        <Button look="primary" onPress={() => go('customers')}>
          {t('moving.toCustomers')}
        </Button>
      </div>
    </div>
  )
}
