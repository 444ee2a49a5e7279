import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from '../../api/api.ts'
import { keys } from '../../api/keys.ts'
import { useWords } from '../../app/words.ts'
import { useToasts } from '../../ui/toast.tsx'
import { useFailureToast } from '../../ui/use-failure-toast.ts'
import { amountText, type Unit } from './prepaid-words.ts'

export const prepaidProducts = queryOptions({
  queryKey: [...keys.prepaid, 'products'],
  queryFn: () => api.call('prepaid.products', {}),
})

/** What the guest of the moment can use, what fits the receipt first. */
export const useUsable = (customerId: number, receiptId: number | null) =>
  useQuery({
    queryKey: [...keys.prepaid, 'usable', customerId, receiptId],
    queryFn: () => api.call('prepaid.atCounter', { customerId, receiptId }),
  }).data

export const ofCustomer = (customerId: number) =>
  queryOptions({
    queryKey: [...keys.prepaid, 'customer', customerId],
    queryFn: () => api.call('prepaid.ofCustomer', { customerId }),
  })

/** Whatever shows prepaid, or points of a receipt that prepaid is part of, asks again. */
export const useAgain = () => {
  const client = useQueryClient()
  return (customerId: number): void => {
    for (const queryKey of [keys.prepaid, keys.allPoints, keys.card(customerId), keys.slips])
      void client.invalidateQueries({ queryKey })
  }
}

/** As long as an undo is offered; the ledger itself allows a minute. */
const undoForMs = 50_000

/** Takes back what was done within the minute. @param said when it is done. */
const useUndo = (said: string) => {
  const again = useAgain()
  const { show } = useToasts()
  return useMutation({
    mutationFn: (entryId: number) => api.call('prepaid.undo', { entryId }),
    onSuccess: ({ customerId }) => {
      again(customerId)
      show({ text: said })
    },
    onError: useFailureToast(),
  }).mutate
}

interface Using {
  readonly customerId: number
  readonly name: string
  readonly holdingId: number
  readonly what: string
  readonly unit: Unit
  readonly count: number
  readonly receiptId: number | null
  readonly print: boolean
}

/** Uses at once; F8 takes it back within the minute. */
export const useUsing = (onDone: () => void) => {
  const words = useWords()
  const { t } = words
  const again = useAgain()
  const { show } = useToasts()
  const undo = useUndo(t('prepaidUse.undone'))
  return useMutation({
    mutationFn: ({ customerId, holdingId, count, receiptId, print }: Using) =>
      api.call('prepaid.use', { customerId, holdingId, count, receiptId, print }),
    onSuccess: ({ entryId, left }, { customerId, name, what, unit, count }) => {
      again(customerId)
      onDone()
      const texts = { amount: amountText(words, unit, count), left: amountText(words, unit, left) }
      show({
        text: t('prepaidUse.done', { name, what, ...texts }),
        undo: () => undo(entryId),
        stay: undoForMs,
      })
    },
    onError: useFailureToast(),
  })
}

interface Selling {
  readonly customerId: number
  readonly name: string
  readonly productId: number
  readonly what: string
  readonly receiptId: number | null
  readonly print: boolean
}

export const useSelling = (onDone: () => void) => {
  const { t } = useWords()
  const again = useAgain()
  const { show } = useToasts()
  const undo = useUndo(t('prepaidSell.undone'))
  return useMutation({
    mutationFn: ({ customerId, productId, receiptId, print }: Selling) =>
      api.call('prepaid.sell', { customerId, productId, receiptId, print }),
    onSuccess: ({ entryId }, { customerId, name, what }) => {
      again(customerId)
      onDone()
      show({ text: t('prepaidSell.done', { name, what }), undo: () => undo(entryId), stay: undoForMs })
    },
    onError: useFailureToast(),
  })
}

interface Giving {
  readonly customerId: number
  readonly holdingId: number
  readonly because: 'guest' | 'shop'
  readonly won: number
}

export const useGivingBack = (onDone: () => void) => {
  const { t, won: wonText } = useWords()
  const again = useAgain()
  const { show } = useToasts()
  const undo = useUndo(t('giveBack.undone'))
  return useMutation({
    mutationFn: ({ holdingId, because, won }: Giving) =>
      api.call('prepaid.giveBack', { holdingId, because, won }),
    onSuccess: ({ entryId }, { customerId, won }) => {
      again(customerId)
      onDone()
      show({
        text: t('giveBack.done', { won: wonText(won) }),
        undo: () => undo(entryId),
        stay: undoForMs,
      })
    },
    onError: useFailureToast(),
  })
}
