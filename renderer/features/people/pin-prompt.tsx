import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { keys } from '../../api/keys.ts'
import { answerPins, isDoorShut, type PinWanted } from '../../api/pin-asking.ts'
import { queries } from '../../api/queries.ts'
import { useWords } from '../../app/words.ts'
import { Button } from '../../ui/button.tsx'
import { ForgotPin } from './forgot-pin.tsx'
import { PinPad } from './pin-pad.tsx'

interface Asked extends PinWanted {
  readonly answer: (entered: boolean) => void
}

/** What somebody pressed needs a PIN: the pad comes up, and what they wanted goes on by itself after it. */
export const PinPrompt = ({ children }: { readonly children: ReactNode }) => {
  const { t, points } = useWords()
  const client = useQueryClient()
  const [asked, setAsked] = useState<Asked | null>(null)
  const [forgot, setForgot] = useState(false)
  const open = useRef<Asked | null>(null)
  useEffect(
    () =>
      answerPins(async (wanted) => {
        await client.refetchQueries({ queryKey: keys.door })
        // Rights that were just taken away close the page itself: then that asks.
        await new Promise(requestAnimationFrame)
        await new Promise(requestAnimationFrame)
        if (isDoorShut()) return false
        return new Promise((resolve) => {
          // One question at a time; whatever came before is answered no.
          open.current?.answer(false)
          open.current = { ...wanted, answer: resolve }
          setAsked(open.current)
        })
      }),
    [client],
  )
  const answer = (entered: boolean): void => {
    open.current = null
    setAsked(null)
    setForgot(false)
    asked?.answer(entered)
  }
  const door = useQuery({ ...queries.door, enabled: asked !== null }).data
  return (
    <>
      {children}
      <ModalOverlay
        className="pin-overlay"
        isOpen={asked !== null && door !== undefined}
        isDismissable
        onOpenChange={(isOpen) => {
          if (!isOpen) answer(false)
        }}
      >
        <Modal>
          <Dialog className="pin-dialog">
            <Heading slot="title">{t(forgot ? 'door.forgot' : `door.ask.${asked?.role ?? 'staff'}`)}</Heading>
            {asked === null || asked.limit === null ? null : (
              <p className="pin-why">
                {asked.limit === 0 ? t('door.limitAlways') : t('door.limit', { points: points(asked.limit) })}
              </p>
            )}
            {asked === null || door === undefined || forgot ? null : (
              <PinPad key={asked.role} door={door} role={asked.role} onEntered={() => answer(true)} />
            )}
            <div className="pin-below">
              <ForgotPin open={forgot} onOpen={setForgot} onEntered={() => answer(true)} />
              <Button look="quiet" onPress={() => answer(false)}>
                {t('common.cancel')}
              </Button>
            </div>
          </Dialog>
        </Modal>
      </ModalOverlay>
    </>
  )
}
