import { useMutation } from '@tanstack/react-query'
import { Image } from 'lucide-react'
import { FileTrigger } from 'react-aria-components'
import type { BlockOf } from '#shared/contract/slip-templates.ts'
import { api } from '../../api/api.ts'
import { useWords } from '../../app/words.ts'
import { Button } from '../../ui/button.tsx'
import { Choice } from '../../ui/choice.tsx'
import { useFailureToast } from '../../ui/use-failure-toast.ts'
import { readPicture } from './read-picture.ts'

const widths = ['small', 'middle', 'full'] as const

/** The owner's own picture and how large it is. */
export const LogoForm = ({
  block,
  onChange,
}: {
  readonly block: BlockOf<'logo'>
  readonly onChange: (block: BlockOf<'logo'>, field: string) => void
}) => {
  const { t } = useWords()
  const take = useMutation({
    mutationFn: async (file: File) => api.call('slipTemplates.addPicture', await readPicture(file)),
    onSuccess: ({ pictureId }) => onChange({ ...block, pictureId }, `picture ${pictureId}`),
    onError: useFailureToast(),
  })
  return (
    <>
      <FileTrigger
        acceptedFileTypes={['image/png', 'image/jpeg', 'image/webp', 'image/bmp', 'image/gif']}
        onSelect={(files) => {
          const file = files?.[0]
          if (file !== undefined) take.mutate(file)
        }}
      >
        <Button isDisabled={take.isPending}>
          <Image size={20} aria-hidden="true" />
          {t(block.pictureId === null ? 'slipEdit.picture' : 'slipEdit.pictureAgain')}
        </Button>
      </FileTrigger>
      <p className="slip-soft">{t('slipEdit.pictureNote')}</p>
      <Choice
        label={t('slipEdit.pictureWidth')}
        value={block.width}
        options={widths.map((value) => ({ value, text: t(`slipEdit.width.${value}`) }))}
        onChange={(width) => onChange({ ...block, width }, 'width')}
      />
    </>
  )
}
