import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { CallOutput } from '#shared/contract/index.ts'
import { formatNumber } from '#shared/won.ts'
import { api } from '../../api/api.ts'
import { useNow } from '../../app/use-now.ts'
import { useWords } from '../../app/words.ts'
import { Button } from '../../ui/button.tsx'
import { Check } from '../../ui/check.tsx'
import { FailureNotice, Notice } from '../../ui/notice.tsx'
import { useFailureToast } from '../../ui/use-failure-toast.ts'
import { ProblemTable } from './problem-table.tsx'
import type { MovingState } from './use-moving.ts'

type CheckView = NonNullable<MovingState['check']>

interface Figure {
  readonly label: string
  readonly text: string
  readonly tone?: 'good' | 'bad'
}

/** What would come of it, in large figures. */
const useFigures = (check: CheckView): Figure[] => {
  const { t, won, points } = useWords()
  const people = (n: number): string => t('moving.people', { n: formatNumber(n) })
  const sales = (n: number): string => t('moving.sales', { n: formatNumber(n) })
  const refused: Figure = {
    label: t('moving.count.refused'),
    text: t('moving.rows', { n: formatNumber(check.refused), count: check.refused }),
    ...(check.refused > 0 ? { tone: 'bad' as const } : {}),
  }
  if (check.kind === 'sales') {
    return [
      { label: t('moving.count.sales'), text: sales(check.fresh), tone: 'good' },
      { label: t('moving.count.sum'), text: won(check.sum) },
      { label: t('moving.count.attached'), text: sales(check.attached) },
      { label: t('moving.count.known'), text: sales(check.known) },
      refused,
    ]
  }
  return [
    { label: t('moving.count.fresh'), text: people(check.fresh), tone: 'good' },
    { label: t('moving.count.points'), text: points(check.points) },
    { label: t('moving.count.completed'), text: people(check.completed) },
    { label: t('moving.count.known'), text: people(check.known) },
    refused,
  ]
}

/** The dry run: figures, every row that is worth a look, and the one key that moves them. */
export const PreviewStep = ({
  check,
  look,
  state,
}: {
  readonly check: CheckView
  readonly look: CallOutput<'moving.look'>
  readonly state: MovingState
}) => {
  const { t, moment } = useWords()
  const now = useNow()
  const [agreed, setAgreed] = useState(false)
  const figures = useFigures(check)
  const onError = useFailureToast()
  const run = useMutation({ mutationFn: () => api.call('moving.run', { agreed: true }), onError })
  const back = useMutation({
    mutationFn: () =>
      api.call('moving.look', { sheet: look.sheet, kind: look.kind, headerRow: look.headerRow }),
    onError,
  })
  const count = check.fresh + check.completed
  const asks = check.kind === 'customers'
  return (
    <div className="moving-preview">
      {state.trouble === null ? null : <FailureNotice failure={state.trouble} />}
      <section className="moving-figures" aria-labelledby="moving-figures">
        <h2 id="moving-figures">
          {t('moving.preview.title')} <small>{t('moving.preview.dry')}</small>
        </h2>
        <dl>
          {figures.map(({ label, text, tone }) => (
            <div key={label} className={tone ?? ''}>
              <dt>{label}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
      </section>
      {check.broughtInAt === null ? null : (
        <Notice tone="warn">{t('moving.again', { when: moment(check.broughtInAt, now) })}</Notice>
      )}
      <ProblemTable check={check} headings={look.headings} columns={look.columns} />
      <div className="moving-end">
        {asks ? (
          <Check isSelected={agreed} onChange={setAgreed}>
            {t('moving.agree')}
          </Check>
        ) : null}
        <div className="moving-actions">
          <Button look="quiet" onPress={() => back.mutate()}>
            {t('moving.back')}
          </Button>
          <Button
            look="primary"
            size="large"
            isDisabled={count === 0 || (asks && !agreed) || run.isPending}
            onPress={() => run.mutate()}
          >
            {count === 0
              ? t('moving.run.nothing')
              : t(`moving.run.${check.kind}`, { n: formatNumber(count) })}
          </Button>
        </div>
      </div>
    </div>
  )
}
