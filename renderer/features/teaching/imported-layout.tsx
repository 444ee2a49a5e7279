import { useMutation, useQuery } from '@tanstack/react-query'
import { api } from '../../api/api.ts'
import { failureOf } from '../../api/failure.ts'
import { useWords } from '../../app/words.ts'
import { Button } from '../../ui/button.tsx'
import { FailureNotice } from '../../ui/notice.tsx'
import { useToasts } from '../../ui/toast.tsx'
import { useFailureToast } from '../../ui/use-failure-toast.ts'
import { TryResult } from './try-result.tsx'

/** What a file from another shop would change here, and the question whether it shall. */
export const ImportedLayout = ({
  profile,
  onDone,
}: {
  readonly profile: string
  readonly onDone: () => void
}) => {
  const { t } = useWords()
  const { show } = useToasts()
  const tried = useQuery({
    queryKey: ['teaching.tryOn', profile],
    queryFn: () => api.call('teaching.tryOn', { profile }),
    gcTime: 0,
  })
  const saved = useMutation({
    mutationFn: () => api.call('teaching.save', { profile }),
    onSuccess: ({ entered }) => {
      show({ text: entered === 0 ? t('teach.savedOnly') : t('layouts.applied', { n: entered }) })
      onDone()
    },
    onError: useFailureToast(),
  })
  return (
    <div className="layout-imported">
      <h3>{t('layouts.importedTitle')}</h3>
      {tried.error === null ? null : <FailureNotice failure={failureOf(tried.error)} />}
      {tried.data === undefined ? <p>{t('common.loading')}</p> : <TryResult result={tried.data} />}
      <div className="layout-actions">
        <Button
          look="primary"
          isDisabled={tried.data === undefined || saved.isPending}
          onPress={() => saved.mutate()}
        >
          {t('teach.save')}
        </Button>
        <Button look="quiet" onPress={onDone}>
          {t('common.cancel')}
        </Button>
      </div>
    </div>
  )
}
