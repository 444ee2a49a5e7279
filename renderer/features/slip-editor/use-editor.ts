import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { SlipColumns } from '#shared/contract/devices.ts'
import type { CallOutput } from '#shared/contract/index.ts'
import type { SlipKind } from '#shared/slips/kinds.ts'
import { api } from '../../api/api.ts'
import { useWords } from '../../app/words.ts'
import { useToasts } from '../../ui/toast.tsx'
import { useFailureToast } from '../../ui/use-failure-toast.ts'
import { blocksOf, type Draft } from './draft.ts'
import { templateList, templateOf } from './queries.ts'

type Template = CallOutput<'slipTemplates.get'>

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

/** One template while it is being written: its preview, saving it, printing it to see. */
export const useEditor = (
  kind: SlipKind,
  template: Template,
  draft: Draft,
  columns: SlipColumns,
  customerId: number | null,
) => {
  const { t } = useWords()
  const { show } = useToasts()
  const client = useQueryClient()
  const onError = useFailureToast()
  const blocks = blocksOf(draft)
  const preview = useQuery({
    queryKey: ['slipTemplates.preview', kind, columns, customerId, blocks],
    queryFn: () => api.call('slipTemplates.preview', { kind, blocks, columns, customerId }),
    placeholderData: keepPreviousData,
    enabled: blocks.length > 0,
    gcTime: 0,
  })
  const save = useMutation({
    mutationFn: () =>
      api.call('slipTemplates.save', {
        kind,
        blocks: same(blocks, template.readyMade) ? null : blocks,
      }),
    onSuccess: async () => {
      show({ text: t('slipEdit.saved') })
      await client.invalidateQueries({ queryKey: templateOf(kind).queryKey })
      await client.invalidateQueries({ queryKey: templateList.queryKey })
    },
    onError,
  })
  const test = useMutation({
    mutationFn: () => api.call('slipTemplates.test', { kind, blocks, customerId }),
    onSuccess: () => show({ text: t('slipEdit.tested') }),
    onError,
  })
  return {
    preview,
    save,
    test,
    isChanged: !same(blocks, template.blocks),
    isReadyMade: same(blocks, template.readyMade),
  }
}
