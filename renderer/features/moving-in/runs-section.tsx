import { useMutation, useQuery } from '@tanstack/react-query'
import { formatNumber } from '#shared/won.ts'
import { api } from '../../api/api.ts'
import { useNow } from '../../app/use-now.ts'
import { useWords } from '../../app/words.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { useFailureToast } from '../../ui/use-failure-toast.ts'
import { type ImportRun, runsKey } from './use-moving.ts'

const tones = { running: 'gold', done: 'green', stopped: 'gold', undone: 'plain' } as const

/** What a run has brought: only what there is of it. */
const useBrought = (): ((run: ImportRun) => string) => {
  const { t, points } = useWords()
  return (run) =>
    [
      run.added > 0 ? `${t('moving.count.fresh')} ${t('moving.people', { n: formatNumber(run.added) })}` : '',
      run.completed > 0
        ? `${t('moving.did.completed')} ${t('moving.people', { n: formatNumber(run.completed) })}`
        : '',
      run.receipts > 0
        ? `${t('moving.count.sales')} ${t('moving.sales', { n: formatNumber(run.receipts) })}`
        : '',
      run.points > 0 ? points(run.points) : '',
    ]
      .filter((part) => part !== '')
      .join(' · ') || '–'
}

/** Files that were brought in; each can be undone as a whole. */
export const RunsSection = () => {
  const { t, moment } = useWords()
  const now = useNow()
  const brought = useBrought()
  const { data: runs = [] } = useQuery({ queryKey: runsKey, queryFn: () => api.call('moving.runs', {}) })
  const undo = useMutation({
    mutationFn: (runId: number) => api.call('moving.undo', { runId }),
    onError: useFailureToast(),
  })
  if (runs.length === 0) return null
  return (
    <section className="moving-runs" aria-labelledby="moving-runs">
      <h2 id="moving-runs">{t('moving.runs')}</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('moving.run.file')}</th>
            <th scope="col">{t('moving.run.when')}</th>
            <th scope="col">{t('moving.run.what')}</th>
            <th scope="col">{t('moving.run.state')}</th>
            <th scope="col">
              <span className="hidden-text">{t('moving.undo')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {runs.map((run) => (
            <tr key={run.id}>
              <td>{run.fileName}</td>
              <td>{moment(run.begunAt, now)}</td>
              <td>{brought(run)}</td>
              <td>
                <Badge tone={tones[run.state]}>{t(`moving.run.state.${run.state}`)}</Badge>
              </td>
              <td className="moving-act">
                {run.state === 'undone' ? null : (
                  <Button
                    look="quiet"
                    label={t('moving.undoRun', { file: run.fileName })}
                    onPress={() => undo.mutate(run.id)}
                    isDisabled={undo.isPending}
                  >
                    {t('common.undo')}
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
