import { useMutation } from '@tanstack/react-query'
import { Delete } from 'lucide-react'
import { useEffect, useState } from 'react'
import { mayActAs, type Role } from '#shared/roles.ts'
import { api } from '../../api/api.ts'
import { failureOf } from '../../api/failure.ts'
import type { DoorStatus } from '../../api/types.ts'
import { useWords } from '../../app/words.ts'
import { Button } from '../../ui/button.tsx'
import { usePinKeys } from './use-pin-keys.ts'
import './pin.css'

const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const
const length = 4
/** Whoever used this PC last is most likely to be the next one; forgotten when the program ends. */
let lastEntered: number | null = null

export interface PinPadProps {
  readonly door: DoorStatus
  /** Only people who may act in this role are offered. */
  readonly role: Role
  readonly onEntered: () => void
}

/** Who, and four digits; the fourth one sends them. */
export const PinPad = ({ door, role, onEntered }: PinPadProps) => {
  const { t, error } = useWords()
  const people = door.people.filter((person) => mayActAs(person.role, role))
  const [chosen, choose] = useState<number | null>(() =>
    people.some(({ id }) => id === lastEntered) ? lastEntered : (people[0]?.id ?? null),
  )
  const [pin, setPin] = useState('')
  const enter = useMutation({
    mutationFn: (typed: string) => api.call('door.enter', { personId: chosen ?? 0, pin: typed }),
    onSuccess: () => {
      lastEntered = chosen
      onEntered()
    },
    onSettled: () => setPin(''),
  })
  const type = (digit: string): void => {
    if (chosen === null || pin.length >= length || enter.isPending) return
    setPin(pin + digit)
  }
  const erase = (): void => setPin(pin.slice(0, -1))
  usePinKeys(type, erase)
  const { mutate } = enter
  useEffect(() => {
    if (pin.length === length) mutate(pin)
  }, [pin, mutate])
  return (
    <div className="pin-pad">
      <div className="pin-people" role="radiogroup" aria-label={t('door.who')}>
        {people.map((person) => (
          <button
            key={person.id}
            type="button"
            role="radio"
            aria-checked={person.id === chosen}
            className={person.id === chosen ? 'pin-person chosen' : 'pin-person'}
            onClick={() => {
              choose(person.id)
              setPin('')
              enter.reset()
            }}
          >
            {person.name}
            <small>{t(`role.${person.role}`)}</small>
          </button>
        ))}
      </div>
      <div className="pin-dots" role="status" aria-label={t('door.typed', { n: pin.length })}>
        {Array.from({ length }, (_, n) => (
          <i key={n} className={n < pin.length ? 'pin-dot full' : 'pin-dot'} />
        ))}
      </div>
      <p className="pin-error" role="alert">
        {enter.error === null ? '' : error(failureOf(enter.error))}
      </p>
      <div className="pin-keys">
        {digits.map((digit) => (
          <Button key={digit} size="large" onPress={() => type(digit)}>
            {digit}
          </Button>
        ))}
        <span />
        <Button size="large" onPress={() => type('0')}>
          0
        </Button>
        <Button size="large" label={t('keypad.erase')} onPress={erase}>
          <Delete size={28} aria-hidden="true" />
        </Button>
      </div>
    </div>
  )
}
