import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../api/api.ts'
import { failureOf } from '../../api/failure.ts'
import { keys } from '../../api/keys.ts'
import { useWords } from '../../app/words.ts'
import { Button } from '../../ui/button.tsx'
import { Choice } from '../../ui/choice.tsx'
import { FailureNotice } from '../../ui/notice.tsx'
import { EmptyPage } from '../../ui/page-head.tsx'
import { PlainTable } from '../../ui/plain-table.tsx'
import { useToasts } from '../../ui/toast.tsx'
import { useFailureToast } from '../../ui/use-failure-toast.ts'
import { PrepaidNotices } from '../prepaid/prepaid-notices.tsx'
import { ToldBadge } from '../rewards/told-badge.tsx'

const stages = ['three-days', 'one-month', 'two-months'] as const
type Stage = (typeof stages)[number]

/** Whom to tell of points that end, two months, one month and three days before. */
export const NoticesSection = () => {
  const { t, points } = useWords()
  const client = useQueryClient()
  const { show } = useToasts()
  const [stage, setStage] = useState<Stage>('three-days')
  const due = useQuery({
    queryKey: keys.notices(stage),
    queryFn: () => api.call('points.notices', { stage }),
  })
  const told = useMutation({
    mutationFn: (people: { customerId: number; endsOn: string }[]) =>
      api.call('points.told', { stage, people }),
    onSuccess: async (_, people) => {
      show({ text: t('notices.marked', { n: people.length }) })
      for (const queryKey of [keys.notices(stage), keys.book]) await client.invalidateQueries({ queryKey })
    },
    onError: useFailureToast(),
  })
  const rows = due.data ?? []
  const left = rows.filter((row) => !row.told)
  return (
    <>
      <Choice
        label={t('notices.label')}
        value={stage}
        options={stages.map((value) => ({ value, text: t(`notices.stage.${value}`) }))}
        onChange={setStage}
      />
      {due.error === null ? null : <FailureNotice failure={failureOf(due.error)} />}
      {due.data !== undefined && rows.length === 0 ? (
        <div className="reward-empty">
          <EmptyPage title={t('notices.none')} hint={t('notices.noneHint')} />
        </div>
      ) : null}
      {rows.length === 0 ? null : (
        <article className="reward-card">
          <header className="reward-card-head">
            <h3>
              {t('notices.summary', {
                n: rows.length,
                points: points(rows.reduce((sum, row) => sum + row.points, 0)),
              })}
            </h3>
            <span className="reward-figures">{t('notices.told', { n: rows.length - left.length })}</span>
          </header>
          <PlainTable
            columns={[
              { id: 'name', head: t('notices.name') },
              { id: 'phone', head: t('notices.phone') },
              { id: 'points', head: t('notices.points'), end: true },
              { id: 'endsOn', head: t('notices.endsOn') },
              { id: 'told', head: t('notices.state') },
            ]}
            rows={rows.map((row) => ({
              id: `${row.customerId}-${row.endsOn}`,
              cells: [
                t('card.honorific', { name: row.name }),
                row.maskedPhone,
                points(row.points),
                row.endsOn,
                <ToldBadge key="told" told={row.told} />,
              ],
            }))}
          />
          {left.length === 0 ? null : (
            <div className="reward-actions">
              <Button
                isDisabled={told.isPending}
                onPress={() => told.mutate(left.map(({ customerId, endsOn }) => ({ customerId, endsOn })))}
              >
                {t('notices.markAll')}
              </Button>
            </div>
          )}
        </article>
      )}
      <PrepaidNotices stage={stage} />
    </>
  )
}
