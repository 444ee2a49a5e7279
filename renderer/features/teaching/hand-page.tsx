import { useMutation, useQuery } from '@tanstack/react-query'
import { api } from '../../api/api.ts'
import { failureOf } from '../../api/failure.ts'
import { useWords } from '../../app/words.ts'
import { Button } from '../../ui/button.tsx'
import { FailureNotice } from '../../ui/notice.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { PaperView } from '../../ui/paper-view.tsx'
import { useToasts } from '../../ui/toast.tsx'
import { useFailureToast } from '../../ui/use-failure-toast.ts'
import { HandFields } from './hand-fields.tsx'
import { formOf } from './hand-form.ts'
import './teaching.css'

/** One paper written down by hand, beside the paper itself. */
export const HandPage = ({ paperId, onDone }: { readonly paperId: number; readonly onDone: () => void }) => {
  const { t } = useWords()
  const { show } = useToasts()
  const paper = useQuery({
    queryKey: ['review.paper', paperId],
    queryFn: () => api.call('review.paper', { paperId }),
  })
  const read = useQuery({
    queryKey: ['teaching.preview', paperId],
    queryFn: () => api.call('teaching.preview', { paperId, marks: [] }),
    gcTime: 0,
  })
  const saved = useMutation({
    mutationFn: (fields: Parameters<typeof api.call<'teaching.correct'>>[1]['fields']) =>
      api.call('teaching.correct', { paperId, fields }),
    onSuccess: ({ receiptId }) => {
      show({ text: t(receiptId === null ? 'hand.known' : 'hand.saved') })
      onDone()
    },
    onError: useFailureToast(),
  })
  const error = paper.error ?? read.error
  return (
    <>
      <div className="teach-head">
        <PageHead title={t('hand.title')} lead={t('hand.lead')} />
        <Button onPress={onDone}>{t('common.cancel')}</Button>
      </div>
      {error === null ? null : <FailureNotice failure={failureOf(error)} />}
      <div className="teach">
        {paper.data === undefined ? null : <PaperView paper={paper.data} />}
        {read.data === undefined || paper.data === undefined ? null : (
          <HandFields
            first={formOf(read.data.reading, paper.data.receivedAt)}
            busy={saved.isPending}
            onSave={(fields) => saved.mutate(fields)}
          />
        )}
      </div>
    </>
  )
}
