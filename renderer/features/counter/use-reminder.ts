import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { api } from '../../api/api.ts'
import { keys } from '../../api/keys.ts'
import { isOpen } from './receipt-choice.ts'
import type { Counter } from './use-counter.ts'

/** Long enough to be read, short enough not to nag. */
const stayMs = 12_000

/**
 * Whether to remind, once a receipt and for a moment: it came in some time ago, nobody was chosen and nobody waits.
 * @param asked whether somebody is being looked for right now.
 */
export const useReminder = (counter: Counter, asked: boolean): boolean => {
  const [reminded, setReminded] = useState<number | null>(null)
  const [over, setOver] = useState<number | null>(null)
  const after = useQuery({
    queryKey: keys.reminder,
    queryFn: () => api.call('points.reminder', {}),
    // Set in the office: asked again whenever the counter comes back.
    staleTime: 0,
    refetchOnMount: 'always',
  }).data?.seconds
  const { atHand, chosenId, waiting, desk } = counter
  const receipt =
    desk.step === 'find' && waiting === null && chosenId === null && atHand !== null && isOpen(atHand)
      ? atHand
      : null
  const id = asked ? null : (receipt?.id ?? null)
  const came = receipt?.receivedAt ?? 0
  useEffect(() => {
    if (id === null || after === undefined || after === 0 || reminded === id) return undefined
    const timer = setTimeout(() => setReminded(id), Math.max(0, after * 1_000 - (Date.now() - came)))
    return () => clearTimeout(timer)
  }, [id, came, after, reminded])
  useEffect(() => {
    if (reminded === null) return undefined
    const timer = setTimeout(() => setOver(reminded), stayMs)
    return () => clearTimeout(timer)
  }, [reminded])
  return id !== null && reminded === id && over !== id
}
