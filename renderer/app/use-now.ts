import { useEffect, useState } from 'react'
import type { EpochMs } from '#shared/dates.ts'

/** The time, told anew every `everyMs`, for words like "3 minutes ago". */
export const useNow = (everyMs = 15_000): EpochMs => {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), everyMs)
    return () => clearInterval(timer)
  }, [everyMs])
  return now
}
