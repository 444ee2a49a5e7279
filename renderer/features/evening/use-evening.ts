import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { api } from '../../api/api.ts'

const eveningKey = 'analytics.evening'

/** Receipts come in rows; the letter is written anew once they pause. */
const restMs = 4_000

/** The day as it stands; anew when receipts come in. @param date null is today. */
export const useEvening = (date: string | null) => {
  const client = useQueryClient()
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const soon = (): void => {
      clearTimeout(timer)
      timer = setTimeout(() => void client.invalidateQueries({ queryKey: [eveningKey] }), restMs)
    }
    const offs = [
      api.on('receipt.arrived', soon),
      api.on('receipt.changed', soon),
      api.on('counter.attached', soon),
      api.on('review.changed', soon),
    ]
    return () => {
      clearTimeout(timer)
      for (const off of offs) off()
    }
  }, [client])
  return useQuery({
    queryKey: [eveningKey, date],
    queryFn: () => api.call('analytics.evening', { date }),
    placeholderData: keepPreviousData,
    staleTime: 5_000,
  })
}
