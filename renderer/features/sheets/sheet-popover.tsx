import { X } from 'lucide-react'
import type { ReactNode, RefObject } from 'react'
import { Dialog, Modal, ModalOverlay, Popover } from 'react-aria-components'
import { useWords } from '../../app/words.ts'
import { Button } from '../../ui/button.tsx'

/** Beside what opened it; outside presses and Escape close it. */
export const SheetPopover = ({
  label,
  at,
  onClose,
  children,
}: {
  readonly label: string
  /** Null: it is closed. */
  readonly at: RefObject<HTMLElement | null> | null
  readonly onClose: () => void
  readonly children: ReactNode
}) =>
  at === null ? null : (
    <Popover
      className="sheet-popover"
      triggerRef={at}
      isOpen
      placement="bottom end"
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
    >
      <Dialog className="sheet-popover-body" aria-label={label}>
        {children}
      </Dialog>
    </Popover>
  )

/** In the middle of the screen, for what leaves the shop or touches many. */
export const SheetDialog = ({
  title,
  onClose,
  children,
}: {
  readonly title: string
  readonly onClose: () => void
  readonly children: ReactNode
}) => {
  const { t } = useWords()
  return (
    <ModalOverlay
      className="sheet-veil"
      isOpen
      isDismissable
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
    >
      <Modal className="sheet-modal">
        <Dialog className="sheet-dialog" aria-label={title}>
          <header>
            <h2>{title}</h2>
            <Button look="quiet" label={t('sheet.close')} onPress={onClose}>
              <X size={22} aria-hidden="true" />
            </Button>
          </header>
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
