import { useEffect } from 'react'
import { formatNumber } from '#shared/won.ts'
import type { AppStatus } from '../../api/types.ts'
import { useWords } from '../../app/words.ts'
import { useToasts } from '../../ui/toast.tsx'

const stayMs = 60_000

/** Says, once it is open, that the ledger had lost what stood in the file beside it, and has it again. */
export const useRewritten = (status: AppStatus | undefined): void => {
  const { t } = useWords()
  const { show } = useToasts()
  const rewritten = status?.phase === 'open' ? status.rewritten : 0
  useEffect(() => {
    if (rewritten > 0) show({ text: t('opened.rewritten', { n: formatNumber(rewritten) }), stay: stayMs })
  }, [rewritten, show, t])
}
