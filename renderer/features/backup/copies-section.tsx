import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from '../../api/api.ts'
import { failureOf } from '../../api/failure.ts'
import { keys } from '../../api/keys.ts'
import { useWords } from '../../app/words.ts'
import { FailureNotice } from '../../ui/notice.tsx'
import { useToasts } from '../../ui/toast.tsx'
import { useFailureToast } from '../../ui/use-failure-toast.ts'
import { CopiesTable, type Copy } from './copies-table.tsx'

/** The copies on one target, to be read through or restored. */
export const CopiesSection = ({
  target,
  name,
  onRestore,
}: {
  readonly target: string
  readonly name: string
  readonly onRestore: (copy: Copy) => void
}) => {
  const { t } = useWords()
  const { show } = useToasts()
  const client = useQueryClient()
  const copies = useQuery({
    queryKey: keys.backupCopies(target),
    queryFn: () => api.call('backup.copies', { target }),
  })
  const verify = useMutation({
    mutationFn: (id: string) => api.call('backup.verify', { target, id }),
    onSuccess: async ({ state }) => {
      const good = state === 'proven'
      show({ text: t(good ? 'backup.verify.good' : 'backup.verify.bad'), tone: good ? 'plain' : 'bad' })
      await client.invalidateQueries({ queryKey: keys.backupCopies(target) })
    },
    onError: useFailureToast(),
  })
  const proof = useMutation({
    mutationFn: (id: string) => api.call('backup.printProof', { target, id }),
    onSuccess: async ({ checkCode }) => {
      show({ text: t('backup.proofPrinted', { code: checkCode }) })
      await client.invalidateQueries({ queryKey: keys.backupCopies(target) })
    },
    onError: useFailureToast(),
  })
  return (
    <section className="backup-section" aria-label={t('backup.copies')}>
      <h2>
        {t('backup.copies')} <small>{name}</small>
      </h2>
      {copies.error === null ? null : <FailureNotice failure={failureOf(copies.error)} />}
      {copies.data === undefined ? null : (
        <CopiesTable
          copies={copies.data}
          pick="backup.restore"
          isBusy={verify.isPending || proof.isPending}
          onPick={onRestore}
          onVerify={({ id }) => verify.mutate(id)}
          onProof={({ id }) => proof.mutate(id)}
        />
      )}
    </section>
  )
}
