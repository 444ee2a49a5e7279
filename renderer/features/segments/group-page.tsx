import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { ArrowLeft, Pencil, Scale, Sheet, Trash2 } from 'lucide-react'
import { readySentence } from '#shared/segments/group-sentence.ts'
import { ruleSentence } from '#shared/segments/rule-sentence.ts'
import { formatNumber } from '#shared/won.ts'
import { api } from '../../api/api.ts'
import { failureOf } from '../../api/failure.ts'
import { useWords } from '../../app/words.ts'
import { Button } from '../../ui/button.tsx'
import { PageLoading } from '../../ui/full-page.tsx'
import { FailureNotice } from '../../ui/notice.tsx'
import { useToasts } from '../../ui/toast.tsx'
import { useFailureToast } from '../../ui/use-failure-toast.ts'
import { useOpenSheet } from '../sheets/open-sheet.tsx'
import { Flow } from './flow.tsx'
import { History } from './history.tsx'
import { segmentQueries } from './queries.ts'
import { segmentName } from './segment-name.ts'
import { showSegments } from './segments-view.ts'
import { shareOf } from './share.ts'
import { type Segment, useSpeech } from './use-speech.ts'

/** One group: who is in it by which rule, how it grew, who came and went, and what became of them. */
export const GroupPage = ({ id }: { readonly id: number }) => {
  const { t } = useWords()
  const list = useQuery(segmentQueries.list)
  const segment = list.data?.segments.find((one) => one.id === id)
  return (
    <div className="segments group">
      <Button look="quiet" className="segments-back" onPress={() => showSegments({ is: 'list' })}>
        <ArrowLeft size={20} aria-hidden="true" />
        {t('segments.back')}
      </Button>
      {list.error === null ? null : <FailureNotice failure={failureOf(list.error)} />}
      {segment === undefined || list.data === undefined ? (
        list.isFetching ? (
          <PageLoading text={t('common.loading')} />
        ) : (
          <FailureNotice failure={{ code: 'segment.not-found', params: {} }} />
        )
      ) : (
        <>
          <GroupHead segment={segment} people={list.data.people} />
          <History id={id} />
          <Flow segment={segment} asOf={list.data.asOf} segments={list.data.segments} />
        </>
      )}
    </div>
  )
}

const GroupHead = ({ segment, people }: { readonly segment: Segment; readonly people: number }) => {
  const words = useWords()
  const { t } = words
  const speech = useSpeech()
  const openSheet = useOpenSheet()
  const settings = useQuery(segmentQueries.settings).data
  const { show } = useToasts()
  const client = useQueryClient()
  const failed = useFailureToast()
  const name = segmentName(words, segment)
  const again = () => client.invalidateQueries({ queryKey: segmentQueries.list.queryKey })
  const bringBack = useMutation({
    mutationFn: () => api.call('segments.bringBack', { id: segment.id }),
    onSuccess: again,
    onError: failed,
  })
  const remove = useMutation({
    mutationFn: () => api.call('segments.remove', { id: segment.id }),
    onSuccess: async () => {
      showSegments({ is: 'list' })
      show({ text: t('segments.removed', { name }), undo: () => bringBack.mutate() })
      await again()
    },
    onError: failed,
  })
  const count = t('segments.people', { n: formatNumber(segment.count), count: segment.count })
  const { rule } = segment
  return (
    <header className="group-head">
      <div>
        <h1>{name}</h1>
        <p className="group-count">
          {count}
          <small>{t('segments.share', { n: shareOf(segment.count, people) })}</small>
        </p>
        <p className="group-rule">
          {rule === null
            ? settings === undefined
              ? ''
              : readySentence(segment.id, settings, t)
            : ruleSentence(rule, speech)}
        </p>
      </div>
      <div className="segments-actions">
        {rule === null ? null : (
          <>
            <Button look="quiet" isDisabled={remove.isPending} onPress={() => remove.mutate()}>
              <Trash2 size={20} aria-hidden="true" />
              {t('segments.remove')}
            </Button>
            <Button onPress={() => showSegments({ is: 'build', id: segment.id, rule, name })}>
              <Pencil size={20} aria-hidden="true" />
              {t('segments.edit')}
            </Button>
          </>
        )}
        <Button onPress={() => showSegments({ is: 'compare', a: segment.id, b: null })}>
          <Scale size={20} aria-hidden="true" />
          {t('segments.compare')}
        </Button>
        <Button
          look="primary"
          onPress={() => openSheet({ sheet: 'customers', segmentId: segment.id, title: name })}
        >
          <Sheet size={20} aria-hidden="true" />
          {t('segments.asSheet')}
        </Button>
      </div>
    </header>
  )
}
