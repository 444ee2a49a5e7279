import { Sheet } from 'lucide-react'
import { useId } from 'react'
import type { SegmentSettings } from '#shared/contract/segments.ts'
import { readySentence } from '#shared/segments/group-sentence.ts'
import { ruleSentence } from '#shared/segments/rule-sentence.ts'
import { formatNumber } from '#shared/won.ts'
import { useWords } from '../../app/words.ts'
import { Button } from '../../ui/button.tsx'
import { useOpenSheet } from '../sheets/open-sheet.tsx'
import { Movement } from './movement.tsx'
import { segmentName } from './segment-name.ts'
import { showSegments } from './segments-view.ts'
import { type Segment, useSpeech } from './use-speech.ts'

export interface ListSectionProps {
  readonly kind: Segment['kind']
  readonly segments: readonly Segment[]
  readonly people: number
  readonly settings: SegmentSettings
  readonly isKept: boolean
}

/** Groups of one kind on a sheet of their own, each with its rule in words. */
export const ListSection = ({ kind, segments, people, settings, isKept }: ListSectionProps) => {
  const { t } = useWords()
  const id = useId()
  return (
    <section className={`segments-section ${kind}`} aria-labelledby={id}>
      <header>
        <h2 id={id}>{t(`segments.kind.${kind}`)}</h2>
        <p>{t(`segments.kind.${kind}.hint`)}</p>
      </header>
      {segments.length === 0 ? <p className="segments-none">{t('segments.own.empty')}</p> : null}
      <ul>
        {segments.map((segment) => (
          <SegmentRow
            key={segment.id}
            segment={segment}
            people={people}
            settings={settings}
            isKept={isKept}
          />
        ))}
      </ul>
    </section>
  )
}

/** Groups that want to be looked at carry their colour, with their word beside it. */
const tones: Readonly<Record<number, string>> = { 1: 'gold', 4: 'red', 14: 'red', 15: 'red', 27: 'red' }

const SegmentRow = ({
  segment,
  people,
  settings,
  isKept,
}: {
  readonly segment: Segment
  readonly people: number
  readonly settings: SegmentSettings
  readonly isKept: boolean
}) => {
  const words = useWords()
  const { t } = words
  const speech = useSpeech()
  const openSheet = useOpenSheet()
  const name = segmentName(words, segment)
  const count = t('segments.people', { n: formatNumber(segment.count), count: segment.count })
  return (
    <li className="segment-row">
      <button
        type="button"
        className="segment-open"
        onClick={() => showSegments({ is: 'group', id: segment.id })}
      >
        <span className={`segment-name ${tones[segment.id] ?? ''}`}>{name}</span>
        <span className="segment-count">{count}</span>
        <span className="segment-rule">
          {segment.rule === null
            ? readySentence(segment.id, settings, t)
            : ruleSentence(segment.rule, speech)}
        </span>
        <span className="segment-moved">
          {isKept ? <Movement entered={segment.entered} left={segment.left} /> : null}
        </span>
        <svg className="segment-bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
          <rect className="ground" width={100} height={4} />
          <rect className="part" width={people === 0 ? 0 : (segment.count / people) * 100} height={4} />
        </svg>
      </button>
      <Button
        look="quiet"
        className="segment-sheet"
        label={`${name} ${t('segments.asSheet')}`}
        onPress={() => openSheet({ sheet: 'customers', segmentId: segment.id, title: name })}
      >
        <Sheet size={22} aria-hidden="true" />
      </Button>
    </li>
  )
}
