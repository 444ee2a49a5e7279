import { useMutation } from '@tanstack/react-query'
import { MonitorSmartphone, X } from 'lucide-react'
import { formatPhone } from '#shared/phone.ts'
import { api } from '../../api/api.ts'
import { useWords } from '../../app/words.ts'
import { Button } from '../../ui/button.tsx'
import { useFailureToast } from '../../ui/use-failure-toast.ts'
import { joinStart } from '../counter/search-intent.ts'
import type { Counter } from '../counter/use-counter.ts'
import type { Search } from '../counter/use-search.ts'
import './guest-strip.css'
import { NameAsked } from './name-asked.tsx'
import { useGuestArrival } from './use-guest-arrival.ts'
import { useGuestWatch } from './use-guest-watch.ts'

const shaped = (digits: string): string => {
  if (digits.length >= 10) return formatPhone(digits)
  const head = digits.startsWith('0') ? 3 : 0
  return [digits.slice(0, head), digits.slice(head, head + 4), digits.slice(head + 4)]
    .filter((part) => part !== '')
    .join('-')
}

/** What the guest does on their own screen; staff go on with it, or close it. */
export const GuestStrip = ({ counter, search }: { readonly counter: Counter; readonly search: Search }) => {
  const { t } = useWords()
  const failed = useFailureToast()
  const watch = useGuestWatch()
  useGuestArrival(watch, counter, search)
  const close = useMutation({ mutationFn: () => api.call('guest.close', {}), onError: failed })
  const show = useMutation({
    mutationFn: (customerId: number) => api.call('guest.show', { customerId }),
    onError: failed,
  })
  const takeOver = useMutation({
    mutationFn: () => api.call('guest.takeOver', {}),
    onSuccess: ({ customerId, typed, joining }) => {
      if (customerId !== null) counter.openCustomer(customerId)
      else if (joining) counter.openJoin(joinStart(typed))
      else if (typed !== '') search.setQuery(typed)
    },
    onError: failed,
  })
  if (watch === undefined) return null
  const here = counter.desk.step === 'customer' ? counter.desk.customerId : null
  const { at, step, customerId, typed, unnamed } = watch
  const goesOn = at === 'pad' || at === 'asked' || at === 'new' || at === 'join'
  return (
    <>
      {unnamed === null ? null : <NameAsked key={unnamed} customerId={unnamed} />}
      {/* Two strips for one guest would push the desk away. */}
      {at === 'rest' || (at === 'card' && unnamed === customerId) ? null : (
        <section
          className={at === 'wait' ? 'guest-strip paused' : 'guest-strip'}
          aria-label={t('guest.strip')}
        >
          <MonitorSmartphone size={24} aria-hidden="true" />
          <p role="status">
            {t(`guest.at.${at}`)}
            {step === null ? null : ` · ${t(`guest.step.${step}`)}`}
            {typed === '' ? null : <strong>{shaped(typed)}</strong>}
          </p>
          {customerId !== null && customerId !== here ? (
            <Button keepFocus size="large" onPress={() => counter.openCustomer(customerId)}>
              {t('guest.open')}
            </Button>
          ) : null}
          {here !== null && at !== 'card' && at !== 'join' ? (
            <Button keepFocus size="large" isDisabled={show.isPending} onPress={() => show.mutate(here)}>
              {t('guest.show')}
            </Button>
          ) : null}
          {goesOn ? (
            <Button keepFocus size="large" isDisabled={takeOver.isPending} onPress={() => takeOver.mutate()}>
              {t('guest.takeOver')}
            </Button>
          ) : null}
          <Button
            keepFocus
            size="large"
            look="quiet"
            label={t('guest.close')}
            isDisabled={close.isPending}
            onPress={() => close.mutate()}
          >
            <X size={24} aria-hidden="true" />
          </Button>
        </section>
      )}
    </>
  )
}
