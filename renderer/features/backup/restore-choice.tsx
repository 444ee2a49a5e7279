import { useQuery } from '@tanstack/react-query'
import { api } from '../../api/api.ts'
import { failureOf } from '../../api/failure.ts'
import { keys } from '../../api/keys.ts'
import { useWords } from '../../app/words.ts'
import { FailureNotice } from '../../ui/notice.tsx'
import { CopiesTable, type Copy } from './copies-table.tsx'

/** What is in each copy is seen before one is chosen. */
export const RestoreChoice = ({
  target,
  onChoose,
}: {
  readonly target: string
  readonly onChoose: (copy: Copy) => void
}) => {
  const { t } = useWords()
  const copies = useQuery({
    queryKey: keys.backupCopies(target),
    queryFn: () => api.call('backup.copies', { target }),
    refetchOnMount: 'always',
  })
  return (
    <>
      <h2 className="restore-ask">{t('restore.choose')}</h2>
      <p className="backup-soft">{t('restore.chooseText')}</p>
      {copies.error === null ? null : <FailureNotice failure={failureOf(copies.error)} />}
      {copies.data === undefined ? null : (
        <CopiesTable copies={copies.data} pick="restore.pick" onPick={onChoose} />
      )}
      {copies.data?.some(({ state }) => state === 'unproven') !== true ? null : (
        <p className="backup-soft">{t('restore.unproven')}</p>
      )}
    </>
  )
}
