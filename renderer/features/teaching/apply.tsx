import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../api/api.ts'
import { useWords } from '../../app/words.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useFailureToast } from '../../ui/use-failure-toast.ts'
import { TryResult } from './try-result.tsx'

/**
 * The last step: a name, what would change, and only then the change itself.
 * @param profile of what was pointed at, under the name that is typed here.
 */
export const Apply = ({
  profileFor,
  firstName = '',
  onDone,
}: {
  readonly profileFor: (name: string) => Promise<string>
  readonly firstName?: string
  readonly onDone: () => void
}) => {
  const { t } = useWords()
  const failed = useFailureToast()
  const [name, setName] = useState(firstName)
  const tried = useMutation({
    mutationFn: async () => {
      const profile = await profileFor(name.trim())
      return { profile, result: await api.call('teaching.tryOn', { profile }) }
    },
    onError: failed,
  })
  const saved = useMutation({
    mutationFn: (profile: string) => api.call('teaching.save', { profile }),
    onError: failed,
  })
  const tryOn = (): void => {
    if (name.trim() !== '' && !tried.isPending) tried.mutate()
  }
  if (saved.data !== undefined) {
    const { entered, changed, aside } = saved.data
    return (
      <div className="teach-apply">
        <Notice tone="good" role="status">
          {entered > 0 ? t('teach.entered', { n: entered }) : t('teach.savedOnly')}
          {changed > 0 ? ` ${t('teach.changedDone', { n: changed })}` : ''}
          {aside > 0 ? ` ${t('teach.asideDone', { n: aside })}` : ''}
        </Notice>
        <Button look="primary" size="large" onPress={onDone}>
          {t('teach.back')}
        </Button>
      </div>
    )
  }
  return (
    <div className="teach-apply">
      <TextField
        label={t('teach.name')}
        value={name}
        onChange={(next) => {
          setName(next)
          tried.reset()
        }}
        onEnter={tryOn}
        note={t('teach.nameNote')}
        maxLength={40}
        autoFocus
      />
      {tried.data === undefined ? (
        <Button
          look="primary"
          size="large"
          isDisabled={name.trim() === '' || tried.isPending}
          onPress={tryOn}
        >
          {t('teach.try')}
        </Button>
      ) : (
        <>
          <TryResult result={tried.data.result} />
          <Button
            look="primary"
            size="large"
            isDisabled={saved.isPending}
            onPress={() => saved.mutate(tried.data.profile)}
          >
            {t('teach.save')}
          </Button>
        </>
      )}
    </div>
  )
}
