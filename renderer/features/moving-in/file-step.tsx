import { useMutation } from '@tanstack/react-query'
import { FileSpreadsheet } from 'lucide-react'
import { DropZone, FileTrigger } from 'react-aria-components'
import { failureOf } from '../../api/failure.ts'
import { useWords } from '../../app/words.ts'
import { Button } from '../../ui/button.tsx'
import { FailureNotice } from '../../ui/notice.tsx'
import { RunsSection } from './runs-section.tsx'
import { upload } from './upload.ts'
import type { MovingState } from './use-moving.ts'

const before = ['order', 'consent', 'ads', 'undo'] as const

/** Which file; what the shop needs before; what came in earlier. */
export const FileStep = ({ state }: { readonly state: MovingState }) => {
  const { t } = useWords()
  const send = useMutation({ mutationFn: upload })
  const failure = send.isError ? failureOf(send.error) : send.isPending ? null : state.trouble
  return (
    <>
      {failure === null ? null : <FailureNotice failure={failure} />}
      <div className="moving-file">
        <DropZone
          className="moving-drop"
          getDropOperation={() => 'copy'}
          onDrop={(event) => {
            const [item] = event.items
            if (item?.kind === 'file') void item.getFile().then((file) => send.mutate(file))
          }}
        >
          <FileSpreadsheet size={48} strokeWidth={1.25} aria-hidden="true" />
          <p className="moving-drop-title">{t(send.isPending ? 'moving.uploading' : 'moving.drop')}</p>
          <FileTrigger
            acceptedFileTypes={['.xlsx', '.csv', '.tsv', '.txt', '.xls']}
            onSelect={(files) => {
              const file = files?.[0]
              if (file !== undefined) send.mutate(file)
            }}
          >
            <Button look="primary" size="large" isDisabled={send.isPending}>
              {t('moving.choose')}
            </Button>
          </FileTrigger>
          <p className="soft">{t('moving.dropHint')}</p>
        </DropZone>
        <section className="moving-before" aria-labelledby="moving-before">
          <h2 id="moving-before">{t('moving.before')}</h2>
          <ul>
            {before.map((what) => (
              <li key={what}>{t(`moving.before.${what}`)}</li>
            ))}
          </ul>
        </section>
      </div>
      <RunsSection />
    </>
  )
}
