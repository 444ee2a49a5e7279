import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { ArrowLeft } from 'lucide-react'
import { api } from '../../api/api.ts'
import { failureOf } from '../../api/failure.ts'
import { useNavigation } from '../../app/navigation.tsx'
import { useWords } from '../../app/words.ts'
import { Button } from '../../ui/button.tsx'
import { PageLoading } from '../../ui/full-page.tsx'
import { FailureNotice } from '../../ui/notice.tsx'
import { EmptyPage, PageHead } from '../../ui/page-head.tsx'
import { useToasts } from '../../ui/toast.tsx'
import { useFailureToast } from '../../ui/use-failure-toast.ts'
import { type Pair, PairCard } from './pair.tsx'
import './customers.css'
import './duplicates.css'

const key = ['customers.duplicates']

/** Pairs that may be one person, to be joined or told apart. */
const DuplicatesPage = () => {
  const { t } = useWords()
  const { go } = useNavigation()
  const { show } = useToasts()
  const failed = useFailureToast()
  const client = useQueryClient()
  const found = useQuery({ queryKey: key, queryFn: () => api.call('customers.duplicates', {}), staleTime: 0 })
  const again = (): void => void client.invalidateQueries()
  const undo = useMutation({
    mutationFn: (mergeId: number) => api.call('customers.unmerge', { mergeId }),
    onSuccess: () => show({ text: t('merge.apart') }),
    onError: failed,
    onSettled: again,
  })
  const merge = useMutation({
    mutationFn: ({
      keptId,
      goneId,
    }: {
      readonly keptId: number
      readonly goneId: number
      readonly name: string
    }) => api.call('customers.merge', { customerId: keptId, goneId }),
    onSuccess: ({ mergeId }, { name }) =>
      show({ text: t('merge.done', { name }), undo: () => undo.mutate(mergeId) }),
    onError: failed,
    onSettled: again,
  })
  const apart = useMutation({
    mutationFn: ({ keep, other }: Pair) =>
      api.call('customers.notSame', { oneId: keep.id, otherId: other.id }),
    onSuccess: () => show({ text: t('same.dismissed') }),
    onError: failed,
    onSettled: again,
  })
  const busy = merge.isPending || apart.isPending || undo.isPending
  const { data } = found
  return (
    <div className="duplicates">
      <Button look="quiet" className="person-back" onPress={() => go('customers')}>
        <ArrowLeft size={20} aria-hidden="true" />
        {t('person.back')}
      </Button>
      <PageHead title={t('same.title')} lead={t('same.lead')} />
      {found.isPending ? <PageLoading text={t('same.lookingAll')} /> : null}
      {found.error === null ? null : <FailureNotice failure={failureOf(found.error)} />}
      {data === undefined ? null : data.count === 0 ? (
        <EmptyPage title={t('same.none')} hint={t('same.noneHint', { n: data.people })} />
      ) : (
        <>
          <p className="pair-count">
            {data.count > data.pairs.length
              ? t('same.shown', { all: data.count, n: data.pairs.length })
              : t('same.count', { n: data.count })}
          </p>
          <ul className="pairs">
            {data.pairs.map((pair) => (
              <PairCard
                key={`${pair.keep.id}:${pair.other.id}`}
                pair={pair}
                isDisabled={busy}
                onMerge={(kept, gone) => merge.mutate({ keptId: kept.id, goneId: gone.id, name: gone.name })}
                onNotSame={() => apart.mutate(pair)}
              />
            ))}
          </ul>
        </>
      )}
    </div>
  )
}

export default DuplicatesPage
