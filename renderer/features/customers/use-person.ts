import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { CallInput } from '#shared/contract/index.ts'
import { api } from '../../api/api.ts'
import { keys } from '../../api/keys.ts'
import { useWords } from '../../app/words.ts'
import { useToasts } from '../../ui/toast.tsx'
import { useFailureToast } from '../../ui/use-failure-toast.ts'
import { personKey } from './queries.ts'

export type PersonChange = CallInput<'customers.change'>['change']

/** After anything was done with somebody, whatever shows them is asked again. */
export const useFresh = () => {
  const client = useQueryClient()
  return (customerId: number): void => {
    for (const queryKey of [
      personKey(customerId),
      keys.card(customerId),
      keys.receipts,
      keys.today,
      ['sheets'],
    ])
      void client.invalidateQueries({ queryKey })
  }
}

/** Something that is done with a person, told in one sentence; failures are told as well. */
export const usePersonAction = (customerId: number) => {
  const { show } = useToasts()
  const failed = useFailureToast()
  const fresh = useFresh()
  return useMutation({
    mutationFn: (action: {
      readonly run: () => Promise<unknown>
      readonly said?: string
      readonly undo?: () => void
    }) => action.run(),
    onSuccess: (_value, { said, undo }) => {
      fresh(customerId)
      if (said !== undefined) show({ text: said, ...(undo === undefined ? {} : { undo }) })
    },
    onError: (error) => {
      fresh(customerId)
      failed(error)
    },
  })
}

/** Edits in place: saved at once, taken back by F8. */
export const useChange = (customerId: number) => {
  const { t } = useWords()
  const action = usePersonAction(customerId)
  const call = (change: PersonChange) => () => api.call('customers.change', { customerId, change })
  return {
    isPending: action.isPending,
    /** @param before what would bring it back. */
    change: (what: string, change: PersonChange, before: PersonChange, done?: () => void): void =>
      action.mutate(
        {
          run: call(change),
          said: t('person.saved', { what }),
          undo: () => action.mutate({ run: call(before), said: t('person.undone') }),
        },
        { onSuccess: () => done?.() },
      ),
  }
}
