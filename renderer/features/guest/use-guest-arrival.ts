import { useEffect, useRef } from 'react'
import type { Counter } from '../counter/use-counter.ts'
import type { Search } from '../counter/use-search.ts'
import type { GuestWatch } from './use-guest-watch.ts'

/**
 * Whoever says who they are on their own screen lies on the counter's desk as if staff had typed the number, unless
 * staff are in the midst of something else: then the strip offers it.
 */
export const useGuestArrival = (watch: GuestWatch | undefined, counter: Counter, search: Search): void => {
  const taken = useRef(0)
  const free =
    search.query === '' &&
    (counter.desk.step === 'find' || counter.desk.step === 'done') &&
    counter.waiting === null
  useEffect(() => {
    if (watch === undefined || watch.guest === taken.current) return
    if (!free) {
      // What staff look up themselves meanwhile is not pushed away later either.
      if (watch.at !== 'card' && watch.at !== 'asked') return
      taken.current = watch.guest
      return
    }
    if (watch.customerId !== null) {
      taken.current = watch.guest
      counter.openCustomer(watch.customerId)
    } else if (watch.at === 'asked') {
      taken.current = watch.guest
      search.setQuery(watch.typed)
    }
  })
}
