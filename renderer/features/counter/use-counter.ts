import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useState } from 'react'
import { api } from '../../api/api.ts'
import { keys } from '../../api/keys.ts'
import { queries } from '../../api/queries.ts'
import { useNow } from '../../app/use-now.ts'
import { useWords } from '../../app/words.ts'
import { useToasts } from '../../ui/toast.tsx'
import { useFailureToast } from '../../ui/use-failure-toast.ts'
import { type Desk, doneStayMs, emptyDesk } from './desk.ts'
import { isOpen, neighbour, receiptAtHand } from './receipt-choice.ts'
import type { JoinStart } from './search-intent.ts'
import type { AttachResult } from './types.ts'
import { useDevices } from './use-devices.ts'

/** What takes the place of the next step for a moment. */
export type Taking = 'points' | 'prepaid' | 'sell'

/** What the counter knows and can do; the page only draws it. */
export const useCounter = () => {
  const client = useQueryClient()
  const { t, points } = useWords()
  const { show } = useToasts()
  const failed = useFailureToast()
  const now = useNow()
  const [desk, setDesk] = useState<Desk>(emptyDesk)
  const [chosenId, choose] = useState<number | null>(null)
  const [using, setUsing] = useState<Taking | null>(null)
  const receipts = useQuery(queries.receipts)
  const waiting = useQuery(queries.waiting)
  const { canPrint } = useDevices()

  const rows = receipts.data ?? []
  const atHand = receiptAtHand(rows, chosenId, now)

  const clear = useCallback(() => {
    setDesk(emptyDesk)
    choose(null)
    setUsing(null)
  }, [])

  const detach = useMutation({
    mutationFn: (given: { receiptId: number; customerId: number }) =>
      api.call('counter.detach', { receiptId: given.receiptId }),
    onSuccess: (_, given) => {
      void client.invalidateQueries({ queryKey: keys.card(given.customerId) })
      setDesk({ step: 'customer', customerId: given.customerId })
      choose(given.receiptId)
      show({ text: t('done.undone') })
    },
    onError: failed,
  })
  const { mutate: takeOff } = detach

  const finish = useCallback(
    (result: AttachResult, name: string) => {
      setDesk({ step: 'done', customerId: result.customerId, result })
      choose(null)
      void client.invalidateQueries({ queryKey: keys.card(result.customerId) })
      void client.invalidateQueries({ queryKey: keys.slips })
      show({
        text: t('done.given', { name, points: points(result.pointsGiven) }),
        undo: () => takeOff({ receiptId: result.receiptId, customerId: result.customerId }),
      })
    },
    [client, points, show, t, takeOff],
  )

  const nameOf = useCallback(
    async (customerId: number): Promise<string> =>
      (
        await client.ensureQueryData({
          queryKey: keys.card(customerId),
          queryFn: () => api.call('customers.card', { customerId }),
        })
      ).name,
    [client],
  )

  const attach = useMutation({
    mutationFn: async (given: { receiptId: number; customerId: number; print: boolean }) => ({
      result: await api.call('counter.attach', given),
      name: await nameOf(given.customerId),
    }),
    onSuccess: ({ result, name }) => finish(result, name),
    onError: failed,
  })

  const takeNext = useMutation({
    mutationFn: (customerId: number | null) =>
      api.call('counter.takeNext', { customerId, print: customerId !== null && canPrint }),
    onSuccess: async (_, customerId) => {
      await client.invalidateQueries({ queryKey: keys.waiting })
      if (customerId !== null) clear()
    },
    onError: failed,
  })

  // The waiting guest's receipt came in and was given to them.
  useEffect(
    () =>
      api.on('counter.attached', (result) => {
        nameOf(result.customerId).then((name) => finish(result, name), failed)
      }),
    [nameOf, finish, failed],
  )

  // A finished guest leaves the desk when the next one's receipt comes in, or after a while.
  const finishedReceipt = desk.step === 'done' ? desk.result.receiptId : null
  useEffect(() => {
    if (finishedReceipt === null) return undefined
    const timer = setTimeout(clear, doneStayMs)
    const off = api.on('receipt.arrived', (row) => {
      if (row.id !== finishedReceipt && isOpen(row)) clear()
    })
    return () => {
      clearTimeout(timer)
      off()
    }
  }, [finishedReceipt, clear])

  const busy = attach.isPending || takeNext.isPending || detach.isPending
  const give = (print: boolean): void => {
    if (desk.step !== 'customer' || busy) return
    if (atHand !== null && isOpen(atHand))
      attach.mutate({ receiptId: atHand.id, customerId: desk.customerId, print: print && canPrint })
    else takeNext.mutate(desk.customerId)
  }

  return {
    now,
    desk,
    rows,
    loading: receipts.data === undefined,
    atHand,
    chosenId,
    waiting: waiting.data ?? null,
    busy,
    canPrint,
    clear,
    /** The guest uses or buys something: its amount is being said. */
    using: desk.step === 'customer' ? using : null,
    setUsing,
    choose,
    step: (by: 1 | -1) => choose(neighbour(rows, atHand?.id ?? null, by)),
    openCustomer: (customerId: number) => {
      setUsing(null)
      setDesk({ step: 'customer', customerId })
    },
    openJoin: (start: JoinStart) => setDesk({ step: 'join', start }),
    /** The one obvious next step: give the receipt at hand, or wait for the next one. */
    give,
    waitForNext: () => {
      if (desk.step === 'customer' && !busy) takeNext.mutate(desk.customerId)
    },
    stopWaiting: () => takeNext.mutate(null),
    detach: (receiptId: number, customerId: number) => takeOff({ receiptId, customerId }),
  }
}

export type Counter = ReturnType<typeof useCounter>
