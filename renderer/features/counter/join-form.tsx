import { useMutation, useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, useRef, useState } from 'react'
import { formatPhone, normalisePhone } from '#shared/phone.ts'
import { api } from '../../api/api.ts'
import { CallFailure, failureOf } from '../../api/failure.ts'
import { useWords } from '../../app/words.ts'
import { Button } from '../../ui/button.tsx'
import { FailureNotice } from '../../ui/notice.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useToasts } from '../../ui/toast.tsx'
import { ConsentBoxes } from './consent-boxes.tsx'
import type { JoinStart } from './search-intent.ts'

const shownPhone = (typed: string): string => {
  const digits = normalisePhone(typed)
  return digits === null ? typed : formatPhone(digits)
}

/** Escape first ends a composition; only then does it leave the form. */
const stopEscape = (event: KeyboardEvent): void => {
  if (event.key === 'Escape' && event.nativeEvent.isComposing) event.stopPropagation()
}

/** A new guest in a few keys: phone, name, what they agree to. Enter leads all the way. */
export const JoinForm = ({
  start,
  onJoined,
  onCancel,
}: {
  readonly start: JoinStart
  readonly onJoined: (customerId: number) => void
  readonly onCancel: () => void
}) => {
  const { t } = useWords()
  const { show } = useToasts()
  const [phone, setPhone] = useState(shownPhone(start.phone))
  const [name, setName] = useState(start.name)
  const [required, setRequired] = useState(false)
  const [marketing, setMarketing] = useState(false)
  const [tried, setTried] = useState(false)
  const nameInput = useRef<HTMLInputElement>(null)
  const requiredBox = useRef<HTMLInputElement>(null)
  const wording = useQuery({
    queryKey: ['customers.consentWording'],
    queryFn: () => api.call('customers.consentWording', {}),
  })
  const phoneWrong = normalisePhone(phone) === null
  const nameMissing = name.trim() === ''

  const join = useMutation({
    mutationFn: () => {
      if (!required) throw new CallFailure({ code: 'customer.consent-required', params: {} })
      return api.call('customers.join', {
        name: name.trim(),
        phone,
        consent: { required, marketing },
      })
    },
    onSuccess: ({ customerId }) => {
      show({ text: t('join.done', { name: name.trim() }) })
      onJoined(customerId)
    },
  })
  const submit = (): void => {
    setTried(true)
    if (!phoneWrong && !nameMissing && !join.isPending) join.mutate()
  }
  return (
    <form
      className="join"
      onKeyDown={stopEscape}
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <h2 className="join-title">{t('join.title')}</h2>
      <div className="join-fields">
        <TextField
          label={t('join.phone')}
          type="tel"
          inputMode="tel"
          value={phone}
          onChange={setPhone}
          autoFocus={!start.complete}
          maxLength={30}
          placeholder="010-0000-0000"
          error={tried && phoneWrong ? t('join.phoneWrong') : null}
          onEnter={() => {
            setPhone(shownPhone(phone))
            nameInput.current?.focus()
          }}
        />
        <TextField
          label={t('join.name')}
          value={name}
          onChange={setName}
          inputRef={nameInput}
          autoFocus={start.complete}
          maxLength={40}
          placeholder={t('join.namePlaceholder')}
          error={tried && nameMissing ? t('join.nameMissing') : null}
          onEnter={() => requiredBox.current?.focus()}
        />
      </div>
      <ConsentBoxes
        wording={wording.data ?? null}
        required={required}
        marketing={marketing}
        onRequired={setRequired}
        onMarketing={setMarketing}
        requiredBox={requiredBox}
      />
      {join.error === null ? null : <FailureNotice failure={failureOf(join.error)} />}
      <div className="join-actions">
        <Button type="submit" look="primary" size="large" className="next-main" isDisabled={join.isPending}>
          {t(join.isPending ? 'join.joining' : 'join.submit')}
        </Button>
        <Button size="large" look="quiet" keyCap="Esc" onPress={onCancel}>
          {t('common.cancel')}
        </Button>
      </div>
      <p className="counter-soft join-hint">{t('join.enterHint')}</p>
    </form>
  )
}
