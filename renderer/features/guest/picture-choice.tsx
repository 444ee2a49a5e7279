import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { FileTrigger } from 'react-aria-components'
import { api } from '../../api/api.ts'
import { useWords } from '../../app/words.ts'
import { Button } from '../../ui/button.tsx'
import { useToasts } from '../../ui/toast.tsx'
import { useFailureToast } from '../../ui/use-failure-toast.ts'
import { pictureOf } from './shop-picture.ts'

const key = ['guest.picture']

/** The shop's picture or logo on the guest's screen. */
export const PictureChoice = () => {
  const { t } = useWords()
  const { show } = useToasts()
  const client = useQueryClient()
  const picture = useQuery({ queryKey: key, queryFn: () => api.call('guest.picture', {}) }).data?.picture
  const save = useMutation({
    mutationFn: async (file: File | null) =>
      api.call('guest.savePicture', { picture: file === null ? null : await pictureOf(file) }),
    onSuccess: async () => {
      show({ text: t('common.saved') })
      await client.invalidateQueries({ queryKey: key })
    },
    onError: useFailureToast(),
  })
  return (
    <div className="guest-picture-choice">
      <p className="field-label">{t('guest.settings.picture')}</p>
      <div className="guest-picture-row">
        {picture == null ? null : <img src={picture} alt={t('guest.settings.pictureAlt')} />}
        <FileTrigger
          acceptedFileTypes={['image/jpeg', 'image/png', 'image/webp']}
          onSelect={(files) => {
            const file = files?.[0]
            if (file !== undefined) save.mutate(file)
          }}
        >
          <Button isDisabled={save.isPending}>{t('guest.settings.choose')}</Button>
        </FileTrigger>
        {picture == null ? null : (
          <Button look="quiet" isDisabled={save.isPending} onPress={() => save.mutate(null)}>
            {t('guest.settings.remove')}
          </Button>
        )}
      </div>
      <p className="settings-soft">{t('guest.settings.pictureNote')}</p>
    </div>
  )
}
