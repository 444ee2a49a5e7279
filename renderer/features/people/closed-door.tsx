import { useEffect } from 'react'
import type { Role } from '#shared/roles.ts'
import { shutDoor } from '../../api/pin-asking.ts'
import type { DoorStatus } from '../../api/types.ts'
import { useWords } from '../../app/words.ts'
import { ForgotPin } from './forgot-pin.tsx'
import { PinPad } from './pin-pad.tsx'

/** In place of a page that not everybody may see. */
export const ClosedDoor = ({ door, role }: { readonly door: DoorStatus; readonly role: Role }) => {
  const { t } = useWords()
  useEffect(shutDoor, [])
  return (
    <div className="closed-door">
      <h1>{t(`door.ask.${role}`)}</h1>
      <p>{t('door.counterOpen')}</p>
      <PinPad door={door} role={role} onEntered={() => undefined} />
      <ForgotPin onEntered={() => undefined} />
    </div>
  )
}
