import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { CallOutput } from '#shared/contract/index.ts'
import { stageWord } from '#shared/segments/group-sentence.ts'
import type { Speech } from '#shared/segments/rule-sentence.ts'
import { covered } from '../../api/api.ts'
import { useWords } from '../../app/words.ts'
import { segmentQueries } from './queries.ts'
import { segmentName } from './segment-name.ts'

export type Segment = CallOutput<'segments.list'>['segments'][number]
export type Choices = CallOutput<'segments.choices'>

const noChoices: Choices = { products: [], categories: [], tags: [], tiers: [], fields: [] }

export const useChoices = (): Choices => useQuery(segmentQueries.choices).data ?? noChoices

/** Sentences about rules, with the names of what they refer to. */
export const useSpeech = (): Speech => {
  const words = useWords()
  const choices = useChoices()
  const segments = useQuery(segmentQueries.list).data?.segments
  return useMemo(() => {
    const lists = {
      product: choices.products,
      category: choices.categories,
      tag: choices.tags,
      tier: choices.tiers,
      field: choices.fields,
    }
    return {
      t: words.t,
      nameOf: (what, id) => {
        if (what !== 'segment') return lists[what].find((one) => one.id === id)?.name ?? null
        const group = segments?.find((one) => one.id === id)
        return group === undefined ? null : segmentName(words, group)
      },
      // A rule may look for somebody's name: while names are hidden it is not said either.
      letters: (text) => (covered() ? '•••' : text),
      stageName: (stage) => words.t(stageWord(stage)),
    }
  }, [words, choices, segments])
}
