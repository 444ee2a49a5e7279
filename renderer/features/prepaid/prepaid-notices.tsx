import { useMutation, useQuery } from '@tanstack/react-query'
import { api } from '../../api/api.ts'
import { failureOf } from '../../api/failure.ts'
import { keys } from '../../api/keys.ts'
import { useWords } from '../../app/words.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { FailureNotice } from '../../ui/notice.tsx'
import { useToasts } from '../../ui/toast.tsx'
import { useFailureToast } from '../../ui/use-failure-toast.ts'
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
      <table className="plain-table prepaid-notices">
        <thead>
          <tr>
            <th scope="col">{t('notices.name')}</th>
            <th scope="col">{t('notices.phone')}</th>
            <th scope="col">{t('prepaidNotices.what')}</th>
            <th scope="col" className="plain-end">
              {t('prepaidNotices.left')}
            </th>
            <th scope="col">{t('notices.endsOn')}</th>
            <th scope="col">{t('notices.state')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.holdingId}>
              <th scope="row">{t('card.honorific', { name: row.customerName })}</th>
              <td>{row.maskedPhone ?? ''}</td>
              <td>{row.name}</td>
              <td className="plain-end">{amountText(words, row.unit, row.left)}</td>
              <td>{row.endsOn}</td>
              <td>
                <Badge tone={row.told ? 'green' : 'plain'}>
                  {t(row.told ? 'notices.toldYes' : 'notices.toldNo')}
                </Badge>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
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
