import { useMutation, useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { formatNumber } from '#shared/won.ts'
import { api } from '../../api/api.ts'
import { failureOf } from '../../api/failure.ts'
import { useWords } from '../../app/words.ts'
import { Choice } from '../../ui/choice.tsx'
import { FailureNotice } from '../../ui/notice.tsx'
import { useFailureToast } from '../../ui/use-failure-toast.ts'
import { useOpenSheet } from '../sheets/open-sheet.tsx'
import { segmentQueries } from './queries.ts'
import { lastSeason, type Season, seasons } from './seasons.ts'
import { segmentName } from './segment-name.ts'
import type { Segment } from './use-speech.ts'

interface FlowPart {
  /** The stage; null: no longer in any. */
  readonly into: number | null
  readonly name: string
  readonly count: number
}

/** What became of those who were in the group in a season that is over. */
export const Flow = ({
  segment,
  asOf,
  segments,
}: {
  readonly segment: Segment
  readonly asOf: string
  readonly segments: readonly Segment[]
}) => {
  const words = useWords()
  const { t } = words
  const heading = useId()
  const [season, setSeason] = useState<Season>('spring')
  const { from, to } = lastSeason(season, asOf)
  const flow = useQuery(segmentQueries.flow(segment.id, from, to))
  const rows = (flow.data?.now ?? []).flatMap(({ segmentId, count }) => {
    const group = segments.find((one) => one.id === segmentId)
    return group === undefined ? [] : [{ into: segmentId, name: segmentName(words, group), count }]
  })
  const people = flow.data?.people ?? 0
  const gone = people - rows.reduce((sum, { count }) => sum + count, 0)
  const all: readonly FlowPart[] =
    gone > 0 ? [...rows, { into: null, name: t('segments.flow.gone'), count: gone }] : rows
  const openSheet = useOpenSheet()
  const open = useMutation({
    mutationFn: ({ into }: FlowPart) => api.call('segments.flowMembers', { id: segment.id, from, to, into }),
    onSuccess: ({ ids }, part) =>
      openSheet({
        sheet: 'customers',
        ids,
        title: t('segments.flow.title', { when: t(`segments.flow.${season}`), name: part.name }),
      }),
    onError: useFailureToast(),
  })
  return (
    <section className="segments-section flow" aria-labelledby={heading}>
      <header>
        <h2 id={heading}>{t('segments.flow')}</h2>
      </header>
      <Choice
        label={t('segments.flow.when')}
        value={season}
        options={seasons.map((value) => ({ value, text: t(`segments.flow.${value}`) }))}
        onChange={setSeason}
      />
      {flow.error === null ? null : <FailureNotice failure={failureOf(flow.error)} />}
      {flow.data === undefined ? null : people === 0 ? (
        <p className="segments-none">{t('segments.flow.none')}</p>
      ) : (
        <>
          <p className="flow-said">
            {t('segments.flow.said', {
              when: t(`segments.flow.${season}`),
              name: segmentName(words, segment),
              n: formatNumber(people),
              count: people,
            })}
          </p>
          <ul className="flow-bars">
            {[...all]
              .sort((a, b) => b.count - a.count)
              .map((part) => (
                <li key={part.name}>
                  <button
                    type="button"
                    className="flow-open"
                    disabled={open.isPending}
                    onClick={() => open.mutate(part)}
                  >
                    <span>{part.name}</span>
                    <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
                      <rect className="ground" width={100} height={10} />
                      <rect className="part" width={(part.count / people) * 100} height={10} />
                    </svg>
                    <span className="number">
                      {t('segments.people', { n: formatNumber(part.count), count: part.count })}
                    </span>
                  </button>
                </li>
              ))}
          </ul>
        </>
      )}
    </section>
  )
}
