import { useMutation, useQuery } from '@tanstack/react-query'
import { api } from '../../api/api.ts'
import { failureOf } from '../../api/failure.ts'
import { keys } from '../../api/keys.ts'
import { useWords } from '../../app/words.ts'
import { Button } from '../../ui/button.tsx'
import { FailureNotice } from '../../ui/notice.tsx'
import { PlainTable } from '../../ui/plain-table.tsx'
import { useToasts } from '../../ui/toast.tsx'
import { useFailureToast } from '../../ui/use-failure-toast.ts'
import { ToldBadge } from '../rewards/told-badge.tsx'
import { amountText } from './prepaid-words.ts'
import { useAgain } from './use-prepaid.ts'
import './prepaid.css'

/** Whom to tell that their prepaid ends, beside the points; nothing where none ends then. */
export const PrepaidNotices = ({ stage }: { readonly stage: 'two-months' | 'one-month' | 'three-days' }) => {
  const words = useWords()
  const { t } = words
  const again = useAgain()
  const { show } = useToasts()
  const due = useQuery({
    queryKey: [...keys.prepaid, 'notices', stage],
    queryFn: () => api.call('prepaid.notices', { stage }),
  })
  const told = useMutation({
    mutationFn: (holdingIds: number[]) => api.call('prepaid.told', { stage, holdingIds }),
    onSuccess: (_, { length }) => {
      show({ text: t('notices.marked', { n: length }) })
      again(0)
    },
    onError: useFailureToast(),
  })
  if (due.error !== null) return <FailureNotice failure={failureOf(due.error)} />
  const rows = due.data ?? []
  const left = rows.filter((row) => !row.told).map((row) => row.holdingId)
  if (rows.length === 0) return null
  return (
    <article className="reward-card">
      <header className="reward-card-head">
        <h3>{t('prepaidNotices.title')}</h3>
        <span className="reward-figures">{t('notices.told', { n: rows.length - left.length })}</span>
      </header>
      <PlainTable
        look="prepaid-notices"
        columns={[
          { id: 'name', head: t('notices.name') },
          { id: 'phone', head: t('notices.phone') },
          { id: 'what', head: t('prepaidNotices.what') },
          { id: 'left', head: t('prepaidNotices.left'), end: true },
          { id: 'endsOn', head: t('notices.endsOn') },
          { id: 'told', head: t('notices.state') },
        ]}
        rows={rows.map((row) => ({
          id: row.holdingId,
          cells: [
            t('card.honorific', { name: row.customerName }),
            row.maskedPhone,
            row.name,
            amountText(words, row.unit, row.left),
            row.endsOn,
            <ToldBadge key="told" told={row.told} />,
          ],
        }))}
      />
      {left.length === 0 ? null : (
        <div className="reward-actions">
          <Button isDisabled={told.isPending} onPress={() => told.mutate(left)}>
            {t('notices.markAll')}
          </Button>
        </div>
      )}
    </article>
  )
}
