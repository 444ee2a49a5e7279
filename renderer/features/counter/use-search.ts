import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { type RefObject, useRef, useState } from 'react'
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
  const latest = useRef(0)
  const pending = useRef(0)
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
    counter.openCustomer(customerId)
    input.current?.focus()
  }
  const join = (): void => {
    setQuery('')
    counter.openJoin(start)
  }
  const take = (answer: readonly { readonly id: number }[], text: string): void => {
    const match = answer[Math.min(highlight, answer.length - 1)]
    const begin = joinStart(text)
    if (match !== undefined) choose(match.id)
    else if (begin.complete) counter.openJoin(begin)
    // Nobody: what was typed comes back, unless something new was typed meanwhile.
    else set((now) => (now === '' ? text : now))
  }
  /**
   * Enter may come before the answer. The field is free for the next digits at once and the answer is waited
   * for, so that fast fingers are never wrong; of several only the last one counts.
   */
  const enter = async (): Promise<void> => {
    if (asked === '') {
      if (counter.desk.step === 'done') counter.clear()
      else if (pending.current === 0) counter.give(true)
      return
    }
    const mine = ++latest.current
    setQuery('')
    pending.current += 1
    try {
      const answer = await client.fetchQuery(searchQuery(asked))
      if (mine === latest.current) take(answer, asked)
    } finally {
      pending.current -= 1
    }
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
    choose: (customerId: number) => {
      setQuery('')
      choose(customerId)
    },
    join,
    enter: () => void enter().catch(failed),
    move,
  }
}

export type Search = ReturnType<typeof useSearch>
