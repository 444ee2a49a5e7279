import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { type RefObject, useState } from 'react'
import { api } from '../../api/api.ts'
import { keys } from '../../api/keys.ts'
import { useFailureToast } from '../../ui/use-failure-toast.ts'
import { joinStart } from './search-intent.ts'
import type { Counter } from './use-counter.ts'

const searchQuery = (query: string) => ({
  queryKey: keys.search(query),
  queryFn: () => api.call('customers.search', { query }),
  // A customer may have joined or earned since.
  staleTime: 500,
  gcTime: 10_000,
})

/** Finding a customer as one types. */
export const useSearch = (counter: Counter, input: RefObject<HTMLInputElement | null>) => {
  const client = useQueryClient()
  const failed = useFailureToast()
  const [query, set] = useState('')
  const [highlight, setHighlight] = useState(0)
  const asked = query.trim().slice(0, 40)
  const found = useQuery({
    ...searchQuery(asked),
    enabled: asked !== '',
    placeholderData: keepPreviousData,
  })
  const matches = found.data ?? []
  const start = joinStart(asked)

  const setQuery = (text: string): void => {
    set(text.slice(0, 40))
    setHighlight(0)
  }
  const choose = (customerId: number): void => {
    setQuery('')
    counter.openCustomer(customerId)
    input.current?.focus()
  }
  const join = (): void => {
    setQuery('')
    counter.openJoin(start)
  }
  /** Enter may come before the answer: it then waits for it, so that fast fingers are never wrong. */
  const enter = async (): Promise<void> => {
    if (asked === '') {
      if (counter.desk.step === 'done') counter.clear()
      else counter.give(true)
      return
    }
    const answer = await client.fetchQuery(searchQuery(asked))
    const match = answer[Math.min(highlight, answer.length - 1)]
    if (match !== undefined) choose(match.id)
    else if (start.complete) join()
  }
  const move = (step: 1 | -1): void => {
    if (asked === '') counter.step(step)
    else setHighlight(Math.max(0, Math.min(matches.length - 1, highlight + step)))
  }
  return {
    query,
    asked,
    setQuery,
    matches,
    highlight: Math.min(highlight, Math.max(0, matches.length - 1)),
    answered: found.data !== undefined && !found.isPlaceholderData,
    error: found.error,
    start,
    choose,
    join,
    enter: () => void enter().catch(failed),
    move,
  }
}

export type Search = ReturnType<typeof useSearch>
