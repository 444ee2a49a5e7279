import { useEffect, useState } from 'react'
import type { Role } from '#shared/roles.ts'
import { shutDoor } from '../../api/pin-asking.ts'
import type { DoorStatus } from '../../api/types.ts'
import { useWords } from '../../app/words.ts'
import { ForgotPin } from './forgot-pin.tsx'
import { PinPad } from './pin-pad.tsx'

/** In place of a page that not everybody may see. */
export const ClosedDoor = ({ door, role }: { readonly door: DoorStatus; readonly role: Role }) => {
  const { t } = useWords()
  const [forgot, setForgot] = useState(false)
  useEffect(shutDoor, [])
  return (
    <div className="closed-door">
      <h1>{t(forgot ? 'door.forgot' : `door.ask.${role}`)}</h1>
      <p>{t('door.counterOpen')}</p>
      {forgot ? null : <PinPad door={door} role={role} onEntered={() => undefined} />}
      <ForgotPin open={forgot} onOpen={setForgot} onEntered={() => undefined} />
    </div>
  )
}
