import { useMutation, useQuery } from '@tanstack/react-query'
import { ArrowLeft } from 'lucide-react'
import { useState } from 'react'
import type { CallOutput } from '#shared/contract/index.ts'
import type { Rule } from '#shared/contract/segment-rule.ts'
import { formatNumber } from '#shared/won.ts'
import { api } from '../../api/api.ts'
import { failureOf } from '../../api/failure.ts'
import { useWords } from '../../app/words.ts'
import { Button } from '../../ui/button.tsx'
import { FailureNotice } from '../../ui/notice.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Select } from '../../ui/select.tsx'
import { useFailureToast } from '../../ui/use-failure-toast.ts'
import '../pictures/pictures.css'
import { useOpenSheet } from '../sheets/open-sheet.tsx'
import './compare.css'
import { segmentQueries } from './queries.ts'
import { segmentName } from './segment-name.ts'
import { showSegments } from './segments-view.ts'

/** Two groups beside each other: who is only in one, and who is in both. */
export const ComparePage = (given: { readonly a: number | null; readonly b: number | null }) => {
  const words = useWords()
  const { t } = words
  const [a, setA] = useState(given.a ?? 1)
  const [b, setB] = useState(given.b ?? (given.a === 14 ? 1 : 14))
  const list = useQuery(segmentQueries.list)
  const compared = useQuery(segmentQueries.compare(a, b))
  const segments = list.data?.segments ?? []
  const nameOf = (id: number): string => {
    const segment = segments.find((one) => one.id === id)
    return segment === undefined ? '' : segmentName(words, segment)
  }
  const options = segments.map((segment) => ({
    value: String(segment.id),
    // Two kinds have a group of the same name.
    text: `${segmentName(words, segment)} · ${t(`segments.kind.${segment.kind}`)}`,
  }))
  const [inA, inB] = [a, b].map((segmentId): Rule => ({ is: 'member', segmentId }))
  const everyone: Rule = { all: [] }
  const [ruleA, ruleB] = [inA ?? everyone, inB ?? everyone]
  const parts = [
    {
      key: 'onlyA',
      name: t('segments.compare.onlyA', { name: nameOf(a) }),
      rule: { all: [ruleA, { not: ruleB }] },
    },
    { key: 'both', name: t('segments.compare.both'), rule: { all: [ruleA, ruleB] } },
    {
      key: 'onlyB',
      name: t('segments.compare.onlyB', { name: nameOf(b) }),
      rule: { all: [ruleB, { not: ruleA }] },
    },
    { key: 'either', name: t('segments.compare.either'), rule: { any: [ruleA, ruleB] } },
  ] as const
  return (
    <div className="segments compare">
      <Button look="quiet" className="segments-back" onPress={() => showSegments({ is: 'list' })}>
        <ArrowLeft size={20} aria-hidden="true" />
        {t('segments.back')}
      </Button>
      <PageHead title={t('segments.compare.title')} lead={t('segments.compare.lead')} />
      <div className="compare-choice">
        <Select
          label={t('segments.compare.a')}
          value={String(a)}
          options={options}
          onChange={(value) => setA(Number(value))}
        />
        <Select
          label={t('segments.compare.b')}
          value={String(b)}
          options={options}
          onChange={(value) => setB(Number(value))}
        />
      </div>
      {compared.error === null ? null : <FailureNotice failure={failureOf(compared.error)} />}
      {compared.data === undefined ? null : (
        <>
          <PartsBar {...compared.data} />
          <div className="compare-parts">
            {parts.map(({ key, name, rule }) => (
              <Part key={key} place={key} name={name} rule={rule} count={countOf(key, compared.data)} />
            ))}
          </div>
        </>
      )}
    </div>
  )
}

type Compared = CallOutput<'segments.compare'>
type Place = keyof Compared | 'either'

const countOf = (place: Place, counts: Compared): number =>
  place === 'either' ? counts.onlyA + counts.both + counts.onlyB : counts[place]

/** How the two lie in each other; the figures below say the same in words. */
const PartsBar = ({ onlyA, both, onlyB }: Compared) => {
  const all = onlyA + both + onlyB
  if (all === 0) return null
  const share = (part: number): number => (part / all) * 100
  return (
    <svg className="compare-bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
      <rect className="onlyA" width={share(onlyA)} height={10} />
      <rect className="both" x={share(onlyA)} width={share(both)} height={10} />
      <rect className="onlyB" x={share(onlyA + both)} width={share(onlyB)} height={10} />
    </svg>
  )
}

const Part = ({
  place,
  name,
  rule,
  count,
}: {
  readonly place: Place
  readonly name: string
  readonly rule: Rule
  readonly count: number
}) => {
  const { t } = useWords()
  const openSheet = useOpenSheet()
  const said = t('segments.people', { n: formatNumber(count), count })
  const open = useMutation({
    mutationFn: () => api.call('segments.members', { rule }),
    onSuccess: ({ ids }) => openSheet({ sheet: 'customers', ids, title: name }),
    onError: useFailureToast(),
  })
  return (
    <div className={`compare-part ${place}`}>
      <button
        type="button"
        className="compare-open"
        disabled={open.isPending || count === 0}
        onClick={() => open.mutate()}
      >
        <span>{name}</span>
        <strong>{said}</strong>
        <small className={count === 0 ? 'none' : ''}>{t('segments.asSheet')}</small>
      </button>
      <Button look="quiet" onPress={() => showSegments({ is: 'build', id: null, rule, name: '' })}>
        {t('segments.compare.save')}
      </Button>
    </div>
  )
}
