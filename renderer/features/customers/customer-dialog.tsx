import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Dialog, Modal, ModalOverlay } from 'react-aria-components'
import { useWords } from '../../app/words.ts'
import { Button } from '../../ui/button.tsx'
import './dialogs.css'

/** In the middle of the screen: for what joins, parts or destroys. */
export const CustomerDialog = ({
  title,
  onClose,
  wide = false,
  children,
}: {
  readonly title: string
  readonly onClose: () => void
  readonly wide?: boolean
  readonly children: ReactNode
}) => {
  const { t } = useWords()
  return (
    <ModalOverlay
      className="person-veil"
      isOpen
      isDismissable
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
    >
      <Modal className={wide ? 'person-modal wide' : 'person-modal'}>
        <Dialog className="person-dialog" aria-label={title}>
          <header>
            <h2>{title}</h2>
            <Button look="quiet" label={t('fields.close')} onPress={onClose}>
              <X size={22} aria-hidden="true" />
            </Button>
          </header>
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
