import { useMutation, useQuery } from '@tanstack/react-query'
import { RefreshCw, Usb } from 'lucide-react'
import { useState } from 'react'
import { api } from '../../api/api.ts'
import { failureOf } from '../../api/failure.ts'
import { queries } from '../../api/queries.ts'
import { useWords } from '../../app/words.ts'
import { Button } from '../../ui/button.tsx'
import { FailureNotice, Notice } from '../../ui/notice.tsx'
import { sizeText } from './backup-words.ts'
import { FolderField } from './folder-field.tsx'

/** The sticks that are in, or a path. */
export const RestorePlace = ({ onChoose }: { readonly onChoose: (target: string) => void }) => {
  const { t } = useWords()
  const [path, setPath] = useState('')
  const targets = useQuery({ ...queries.backupTargets, refetchOnMount: 'always' })
  const look = useMutation({
    mutationFn: (target: string) => api.call('backup.copies', { target }),
    onSuccess: (copies, target) => {
      if (copies.length > 0) onChoose(target)
    },
  })
  const failure = look.error === null ? null : failureOf(look.error)
  const typed = path.trim()
  const lookThere = (): void => {
    if (typed !== '' && !look.isPending) look.mutate(typed)
  }
  return (
    <>
      <h2 className="restore-ask">{t('restore.place')}</h2>
      <p className="backup-soft">{t('restore.placeText')}</p>
      <div className="restore-sticks">
        {targets.data?.length === 0 ? <p className="backup-soft">{t('restore.noStick')}</p> : null}
        {(targets.data ?? [])
          .filter(({ freeBytes }) => freeBytes !== null)
          .map(({ path: place, name, kind, fileSystem, freeBytes }) => (
            <Button key={place} size="large" onPress={() => look.mutate(place)}>
              <Usb size={24} aria-hidden="true" />
              <span className="restore-stick">
                <strong>{name}</strong>
                <small>
                  {[
                    t(`backup.kind.${kind}`),
                    fileSystem,
                    t('backup.free', { size: sizeText(freeBytes ?? 0) }),
                  ]
                    .filter((word) => word !== null)
                    .join(' · ')}
                </small>
              </span>
            </Button>
          ))}
        <Button look="quiet" isDisabled={targets.isFetching} onPress={() => void targets.refetch()}>
          <RefreshCw size={20} aria-hidden="true" />
          {t('backup.find')}
        </Button>
      </div>
      <FolderField label={t('restore.path')} value={path} onChange={setPath} onEnter={lookThere} />
      {failure === null ? null : failure.code === 'backup.target-away' ? (
        <Notice tone="bad" role="alert">
          {t('restore.away')}
        </Notice>
      ) : (
        <FailureNotice failure={failure} />
      )}
      {look.data?.length === 0 ? <Notice role="alert">{t('restore.nothingThere')}</Notice> : null}
      <Button look="primary" size="large" isDisabled={typed === '' || look.isPending} onPress={lookThere}>
        {t('restore.look')}
      </Button>
    </>
  )
}
