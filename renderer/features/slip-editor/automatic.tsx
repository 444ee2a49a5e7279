import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { automaticSlipKinds, type SlipKind } from '#shared/slips/kinds.ts'
import { api } from '../../api/api.ts'
import { useWords } from '../../app/words.ts'
import { Check } from '../../ui/check.tsx'
import { useToasts } from '../../ui/toast.tsx'
import { useFailureToast } from '../../ui/use-failure-toast.ts'
import { templateList } from './queries.ts'

/** Whether that kind is printed by itself when its day comes; nothing for the others. */
export const Automatic = ({ kind }: { readonly kind: SlipKind }) => {
  const { t } = useWords()
  const { show } = useToasts()
  const client = useQueryClient()
  const onError = useFailureToast()
  const list = useQuery(templateList).data
  const turn = useMutation({
    mutationFn: (change: { kind: (typeof automaticSlipKinds)[number]; on: boolean }) =>
      api.call('slipTemplates.setAutomatic', change),
    onSuccess: (_, { on }) => {
      show({ text: t(on ? 'slipEdit.automaticOn' : 'slipEdit.automaticOff') })
      return client.invalidateQueries({ queryKey: templateList.queryKey })
    },
    onError,
  })
  const own = automaticSlipKinds.find((one) => one === kind)
  if (own === undefined || list === undefined) return null
  return (
    <Check
      isSelected={list.find((one) => one.kind === kind)?.automatic ?? false}
      onChange={(on) => turn.mutate({ kind: own, on })}
    >
      {t(`slipEdit.automatic.${own}`)}
    </Check>
  )
}
