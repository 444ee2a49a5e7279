import { useMutation } from '@tanstack/react-query'
import type { CallInput } from '#shared/contract/index.ts'
import { api } from '../../api/api.ts'
import { useFailureToast } from '../../ui/use-failure-toast.ts'
import { useOpenSheet } from '../sheets/open-sheet.tsx'

/** Opens the people behind a part of a picture as a sheet. */
export const useOpenPeople = () => {
  const openSheet = useOpenSheet()
  const fail = useFailureToast()
  const { mutate } = useMutation({
    mutationFn: ({ of }: { readonly of: CallInput<'analytics.behind'>['of']; readonly title: string }) =>
      api.call('analytics.behind', { of }),
    onSuccess: ({ customerIds }, { title }) => openSheet({ sheet: 'customers', ids: customerIds, title }),
    onError: fail,
  })
  return (of: CallInput<'analytics.behind'>['of'], title: string): void => mutate({ of, title })
}

/** Opens the receipts behind a part of a picture as a sheet. */
export const useOpenReceipts = () => {
  const openSheet = useOpenSheet()
  const fail = useFailureToast()
  const { mutate } = useMutation({
    mutationFn: ({
      asked,
    }: {
      readonly asked: CallInput<'analytics.receiptsBehind'>
      readonly title: string
    }) => api.call('analytics.receiptsBehind', asked),
    onSuccess: ({ receiptIds }, { title }) => openSheet({ sheet: 'receipts', ids: receiptIds, title }),
    onError: fail,
  })
  return (asked: CallInput<'analytics.receiptsBehind'>, title: string): void => mutate({ asked, title })
}

/** Opens those who were in a group on a day, and what they are now, as a sheet. */
export const useOpenThen = () => {
  const openSheet = useOpenSheet()
  const fail = useFailureToast()
  const { mutate } = useMutation({
    mutationFn: ({ asked }: { readonly asked: CallInput<'segments.flowMembers'>; readonly title: string }) =>
      api.call('segments.flowMembers', asked),
    onSuccess: ({ ids }, { title }) => openSheet({ sheet: 'customers', ids, title }),
    onError: fail,
  })
  return (asked: CallInput<'segments.flowMembers'>, title: string): void => mutate({ asked, title })
}
