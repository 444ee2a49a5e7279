import { useRef } from 'react'
import { useNavigation } from '../../app/navigation.tsx'
import { useKeys } from '../../app/use-keys.ts'
import { useWords } from '../../app/words.ts'
import { ScannedCoupon } from '../coupons/scanned-coupon.tsx'
import { GuestStrip } from '../guest/guest-strip.tsx'
import { useCardScans } from '../rewards/use-card-scans.ts'
import { Arrivals } from './arrivals.tsx'
import './counter.css'
import './desk.css'
import './join.css'
import './receipts.css'
import './search.css'
import type { AppStatus } from '../../api/types.ts'
import { DeskView } from './desk-view.tsx'
import { Keypad } from './keypad.tsx'
import { ReceiptsPanel } from './receipts-panel.tsx'
import { SearchBox } from './search-box.tsx'
import { SearchResults } from './search-results.tsx'
import { StatusBar } from './status-bar.tsx'
import { TodayLine } from './today-line.tsx'
import { Troubles } from './troubles.tsx'
import { useCatchKeys } from './use-catch-keys.ts'
import { useCounter } from './use-counter.ts'
import { useKeypad } from './use-keypad.ts'
import { useSearch } from './use-search.ts'

/** The page that stands open all day: one glance, one key. */
export const CounterPage = ({ status }: { readonly status: AppStatus }) => {
  const { t } = useWords()
  const { go } = useNavigation()
  const counter = useCounter()
  const input = useRef<HTMLInputElement>(null)
  const search = useSearch(counter, input)
  const keypad = useKeypad()
  const joining = counter.desk.step === 'join'
  useCardScans(counter.openCustomer)
  useCatchKeys(input, !joining && counter.using === null)

  const leave = (): void => {
    if (counter.using !== null) counter.setUsing(null)
    else if (search.query !== '') search.setQuery('')
    else if (counter.desk.step !== 'find' || counter.chosenId !== null) counter.clear()
    else if (counter.waiting !== null) counter.stopWaiting()
  }
  useKeys({
    Escape: leave,
    F3: joining ? undefined : () => counter.give(false),
    F4: joining ? undefined : counter.waitForNext,
    F6: () => search.join(),
    F7: () => go('review'),
    F9: () => go('settings'),
  })

  const searching = search.query !== '' && !joining
  return (
    <div className="counter">
      <h1 className="hidden-text">{t('counter.title')}</h1>
      <StatusBar status={status} />
      <Troubles status={status} />
      <ScannedCoupon
        receiptId={counter.atHand?.id ?? null}
        customerId={counter.desk.step === 'customer' ? counter.desk.customerId : null}
      />
      <GuestStrip counter={counter} search={search} />
      <main className="counter-desk">
        <section className="counter-left" aria-label={t('search.label')}>
          {joining ? null : <SearchBox search={search} input={input} keypad={keypad} />}
          {searching ? <SearchResults search={search} /> : <DeskView counter={counter} search={search} />}
          {keypad.shown &&
          !joining &&
          (searching || counter.desk.step === 'find') &&
          counter.waiting === null ? (
            <Keypad search={search} />
          ) : null}
          {joining ? null : <TodayLine />}
        </section>
        <ReceiptsPanel counter={counter} />
      </main>
      <Arrivals />
    </div>
  )
}
