import { useQuery } from '@tanstack/react-query'
import { failureOf } from '../../api/failure.ts'
import { queries } from '../../api/queries.ts'
import { useNow } from '../../app/use-now.ts'
import { useWords } from '../../app/words.ts'
import { Button } from '../../ui/button.tsx'
import { FailureNotice, Notice } from '../../ui/notice.tsx'
import type { Copy } from './copies-table.tsx'
import { KeyForm } from './key-form.tsx'
import { useRestore } from './use-restore.ts'

/** The key to the chosen copy; then it runs. */
export const RestoreKey = ({
  target,
  copy,
  onAnother,
}: {
  readonly target: string
  readonly copy: Copy
  /** Back to where another one is chosen. */
  readonly onAnother: () => void
}) => {
  const { t, moment } = useWords()
  const now = useNow(60_000)
  const restore = useRestore()
  const nothingHere = useQuery(queries.status).data?.phase === 'none'
  if (restore.error !== null && failureOf(restore.error).code === 'ledger.copy-damaged')
    return (
      <>
        <FailureNotice failure={failureOf(restore.error)} />
        <p className="backup-soft">{t('restore.unchanged')}</p>
        <Button look="primary" size="large" onPress={onAnother}>
          {t('restore.another')}
        </Button>
      </>
    )
  return (
    <>
      <h2 className="restore-ask">{t('restore.key')}</h2>
      <p className="backup-soft">{t('restore.keyText', { when: moment(copy.at, now) })}</p>
      <KeyForm
        startWord="restore.start"
        workingWord="restore.working"
        isPending={restore.isPending}
        error={restore.error}
        onKey={(key) => restore.mutate({ target, id: copy.id, key })}
      >
        {nothingHere ? null : <Notice>{t('restore.aside')}</Notice>}
      </KeyForm>
    </>
  )
}
