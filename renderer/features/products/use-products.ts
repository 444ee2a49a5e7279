import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { CallInput, CallOutput } from '#shared/contract/index.ts'
import { api } from '../../api/api.ts'
import { useWords } from '../../app/words.ts'
import { useToasts } from '../../ui/toast.tsx'
import { useFailureToast } from '../../ui/use-failure-toast.ts'

export type ProductRow = CallOutput<'products.list'>[number]
export type Proposals = CallOutput<'products.proposals'>

const root = ['products'] as const

export const useProductList = (query: string, categoryId: number | null) =>
  useQuery({
    queryKey: [...root, 'list', query, categoryId],
    queryFn: () => api.call('products.list', { query, categoryId }),
    placeholderData: (before) => before,
  })
export const useProposals = () =>
  useQuery({ queryKey: [...root, 'proposals'], queryFn: () => api.call('products.proposals', {}) })
export const useCategories = () =>
  useQuery({ queryKey: [...root, 'categories'], queryFn: () => api.call('products.categories', {}) })
export const useProduct = (id: number) =>
  useQuery({ queryKey: [...root, 'one', id], queryFn: () => api.call('products.get', { id }) })

/** Everything that changes products; all that is shown of them is asked for again. */
export const useProductCalls = () => {
  const { t } = useWords()
  const { show } = useToasts()
  const client = useQueryClient()
  const again = () => client.invalidateQueries({ queryKey: root })
  const onError = useFailureToast()
  const undo = useMutation({
    mutationFn: (changeId: number) => api.call('products.undo', { changeId }),
    onSuccess: again,
    onError,
  })
  const told = (text: string, changeId: number | null): void => {
    void again()
    show({ text, ...(changeId === null ? {} : { undo: () => undo.mutate(changeId) }) })
  }
  const join = useMutation({
    mutationFn: ({ into, from }: { readonly into: ProductRow; readonly from: readonly number[] }) =>
      api.call('products.join', { into: into.id, from: [...from] }),
    onSuccess: ({ changeId }, { into }) => told(t('product.joined', { name: into.name }), changeId),
    onError,
  })
  const split = useMutation({
    mutationFn: ({ id }: { readonly id: number; readonly name: string }) =>
      api.call('products.split', { id }),
    onSuccess: ({ changeId }, { name }) => told(t('product.wasSplit', { name }), changeId),
    onError,
  })
  const apart = useMutation({
    mutationFn: (pair: CallInput<'products.apart'>) => api.call('products.apart', pair),
    onSuccess: again,
    onError,
  })
  const rename = useMutation({
    mutationFn: (given: CallInput<'products.rename'>) => api.call('products.rename', given),
    onSuccess: again,
    onError,
  })
  const categorise = useMutation({
    mutationFn: (given: CallInput<'products.categorise'>) => api.call('products.categorise', given),
    onSuccess: () => told(t('product.put'), null),
    onError,
  })
  return { join, split, apart, rename, categorise }
}
export type ProductCalls = ReturnType<typeof useProductCalls>
