import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { formatNumber } from '#shared/won.ts'
import { failureOf } from '../../api/failure.ts'
import { useWords } from '../../app/words.ts'
import { Choice } from '../../ui/choice.tsx'
import { FailureNotice } from '../../ui/notice.tsx'
import { segmentQueries } from './queries.ts'
import { lastSeason, type Season, seasons } from './seasons.ts'
import { segmentName } from './segment-name.ts'
import type { Segment } from './use-speech.ts'

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
    return group === undefined ? [] : [{ name: segmentName(words, group), count }]
  })
  const people = flow.data?.people ?? 0
  const gone = people - rows.reduce((sum, { count }) => sum + count, 0)
  const all = gone > 0 ? [...rows, { name: t('segments.flow.gone'), count: gone }] : rows
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
              .map(({ name, count }) => (
                <li key={name}>
                  <span>{name}</span>
                  <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
                    <rect className="ground" width={100} height={10} />
                    <rect className="part" width={(count / people) * 100} height={10} />
                  </svg>
                  <span className="number">{t('segments.people', { n: formatNumber(count), count })}</span>
                </li>
              ))}
          </ul>
        </>
      )}
    </section>
  )
}
