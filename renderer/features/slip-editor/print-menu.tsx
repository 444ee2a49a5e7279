import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Printer } from 'lucide-react'
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import { type PersonSlipKind, personSlipKinds } from '#shared/slips/kinds.ts'
import { api } from '../../api/api.ts'
import { keys } from '../../api/keys.ts'
import { useWords } from '../../app/words.ts'
import { useToasts } from '../../ui/toast.tsx'
import { useFailureToast } from '../../ui/use-failure-toast.ts'

/** Tier card, invitation, welcome or survey for this customer, on the slip printer. */
export const PrintMenu = ({ customerId }: { readonly customerId: number }) => {
  const { t } = useWords()
  const { show } = useToasts()
  const client = useQueryClient()
  const print = useMutation({
    mutationFn: (kind: PersonSlipKind) => api.call('slipTemplates.print', { kind, customerId }),
    onSuccess: ({ slip }, kind) => {
      show(
        slip === null
          ? { text: t('slipPrint.noPrinter'), tone: 'bad' }
          : { text: t('slipPrint.printed', { kind: t(`slipEdit.kind.${kind}`), number: slip.number }) },
      )
      return client.invalidateQueries({ queryKey: keys.slips })
    },
    onError: useFailureToast(),
  })
  return (
    <MenuTrigger>
      <Button className="button plain normal" isDisabled={print.isPending}>
        <Printer size={20} aria-hidden="true" />
        {t('slipPrint.menu')}
      </Button>
      <Popover placement="bottom end">
        <Menu className="select-list">
          {personSlipKinds.map((kind) => (
            <MenuItem key={kind} id={kind} className="select-option" onAction={() => print.mutate(kind)}>
              {t(`slipEdit.kind.${kind}`)}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
