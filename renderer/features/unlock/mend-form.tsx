import { useMutation } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { CallInput } from '#shared/contract/index.ts'
import { api } from '../../api/api.ts'
import { useWords } from '../../app/words.ts'
import { KeyForm } from '../backup/key-form.tsx'
import { useRestored } from '../backup/use-restored.ts'

/** One button makes a hurt ledger whole; what was there is kept aside. */
export const MendForm = ({ other }: { readonly other: ReactNode }) => {
  const { t } = useWords()
  const restored = useRestored()
  const mend = useMutation({
    mutationFn: (key: CallInput<'ledger.mend'>) => api.call('ledger.mend', key),
    onSuccess: restored,
  })
  return (
    <KeyForm
      startWord="hurt.mend"
      workingWord="hurt.mending"
      isPending={mend.isPending}
      error={mend.error}
      onKey={(key) => mend.mutate(key)}
      other={other}
    >
      <p className="backup-soft">{t('restore.aside')}</p>
    </KeyForm>
  )
}
