import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { ArrowLeft } from 'lucide-react'
import { useState } from 'react'
import { type SegmentSettings, segmentSettings } from '#shared/contract/segments.ts'
import { formatNumber } from '#shared/won.ts'
import { api } from '../../../api/api.ts'
import { failureOf } from '../../../api/failure.ts'
import { useWords } from '../../../app/words.ts'
import { Button } from '../../../ui/button.tsx'
import { Choice } from '../../../ui/choice.tsx'
import { PageLoading } from '../../../ui/full-page.tsx'
import { FailureNotice } from '../../../ui/notice.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { useToasts } from '../../../ui/toast.tsx'
import { useFailureToast } from '../../../ui/use-failure-toast.ts'
import { NumberField } from '../number-field.tsx'
import { segmentQueries } from '../queries.ts'
import { showSegments } from '../segments-view.ts'
import { BinsSection } from './bins-section.tsx'
import { BoxesSection } from './boxes-section.tsx'

/** The limits by which the ready groups are filled. */
export const LimitsPage = () => {
  const { t } = useWords()
  const settings = useQuery(segmentQueries.settings)
  return (
    <div className="segments limits">
      <Button look="quiet" className="segments-back" onPress={() => showSegments({ is: 'list' })}>
        <ArrowLeft size={20} aria-hidden="true" />
        {t('segments.back')}
      </Button>
      <PageHead title={t('segments.limits.title')} lead={t('segments.limits.lead')} />
      {settings.error === null ? null : <FailureNotice failure={failureOf(settings.error)} />}
      {settings.data === undefined ? (
        <PageLoading text={t('common.loading')} />
      ) : (
        <LimitsForm given={settings.data} />
      )}
    </div>
  )
}

type Figure = 'newDays' | 'regularVisits' | 'riskTimes' | 'lostTimes' | 'leastDays' | 'plainDays'

const most: Readonly<Record<Figure, number>> = {
  newDays: 3650,
  regularVisits: 1000,
  riskTimes: 20,
  lostTimes: 20,
  leastDays: 3650,
  plainDays: 3650,
}

/** Somebody who came once is no regular yet. */
const least = (figure: Figure): number => (figure === 'regularVisits' ? 2 : 1)

const LimitsForm = ({ given }: { readonly given: SegmentSettings }) => {
  const { t } = useWords()
  const { show } = useToasts()
  const client = useQueryClient()
  const [figures, setFigures] = useState<Readonly<Record<Figure, number | null>>>(given)
  const [vipBy, setVipBy] = useState(given.vip.by)
  const [percent, setPercent] = useState<number | null>(given.vip.by === 'share' ? given.vip.percent : 10)
  const [spend, setSpend] = useState<number | null>(given.vip.by === 'spend' ? given.vip.won : 500_000)
  const [bins, setBins] = useState(given.bins)
  const [boxes, setBoxes] = useState(given.boxes)
  const vip = vipBy === 'share' ? { by: vipBy, percent } : { by: vipBy, won: spend }
  const checked = segmentSettings.safeParse({ ...figures, vip, bins, boxes })
  const wrong = new Set(checked.success ? [] : checked.error.issues.map(({ path }) => path.join('.')))
  const save = useMutation({
    mutationFn: (settings: SegmentSettings) => api.call('segments.saveSettings', settings),
    onSuccess: async () => {
      await client.invalidateQueries({
        predicate: ({ queryKey }) => String(queryKey[0]).startsWith('segments.'),
      })
      show({ text: t('segments.limits.saved') })
      showSegments({ is: 'list' })
    },
    onError: useFailureToast(),
  })
  const field = (figure: Figure) => (
    <NumberField
      label={t(`segments.limits.${figure}`)}
      value={figures[figure]}
      fractions={figure === 'riskTimes' || figure === 'lostTimes'}
      error={
        wrong.has(figure)
          ? t('segments.limits.wrong', { least: least(figure), most: formatNumber(most[figure]) })
          : null
      }
      onChange={(value) => setFigures({ ...figures, [figure]: value })}
    />
  )
  return (
    <form
      className="limits-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (checked.success) save.mutate(checked.data)
      }}
    >
      <section className="segments-section">
        <h2>{t('segments.limits.newcomers')}</h2>
        <div className="limits-fields">
          {field('newDays')}
          {field('regularVisits')}
        </div>
      </section>
      <section className="segments-section">
        <h2>{t('segments.limits.absence')}</h2>
        <div className="limits-fields">
          {field('riskTimes')}
          {field('lostTimes')}
          {field('leastDays')}
          {field('plainDays')}
        </div>
      </section>
      <section className="segments-section">
        <h2>{t('segments.limits.vip')}</h2>
        <div className="limits-fields">
          <Choice
            label={t('segments.limits.vipBy')}
            value={vipBy}
            options={[
              { value: 'share' as const, text: t('segments.limits.vipShare') },
              { value: 'spend' as const, text: t('segments.limits.vipSpend') },
            ]}
            onChange={setVipBy}
          />
          {vipBy === 'share' ? (
            <NumberField
              label={t('segments.limits.percent')}
              value={percent}
              error={wrong.has('vip.percent') ? t('segments.limits.wrong', { least: 1, most: 50 }) : null}
              onChange={setPercent}
            />
          ) : (
            <NumberField
              label={t('segments.limits.won')}
              value={spend}
              error={
                wrong.has('vip.won')
                  ? t('segments.limits.wrong', { least: 1, most: '1,000,000,000,000' })
                  : null
              }
              onChange={setSpend}
            />
          )}
        </div>
      </section>
      <BinsSection bins={bins} wrong={wrong} onChange={setBins} />
      <BoxesSection boxes={boxes} onChange={setBoxes} />
      <div className="limits-save">
        <Button look="primary" type="submit" isDisabled={!checked.success || save.isPending}>
          {t('common.save')}
        </Button>
      </div>
    </form>
  )
}
