import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { api } from '../../api/api.ts'
import { queries } from '../../api/queries.ts'
import { useWords } from '../../app/words.ts'
import { FailureNotice, Notice } from '../../ui/notice.tsx'

/** Live: nothing yet, something on the line, a paper that was kept, the first receipt. */
export const FirstReceipt = ({ sourceId }: { readonly sourceId: string }) => {
  const { t, won } = useWords()
  const status = useQuery(queries.sourceStatus).data?.find((one) => one.id === sourceId)
  const [total, seen] = useState<number | null>(null)
  const [unread, setUnread] = useState(false)
  useEffect(() => api.on('receipt.arrived', (row) => seen(row.total)), [])
  useEffect(() => api.on('review.changed', ({ count }) => setUnread(count > 0)), [])
  if (total !== null)
    return (
      <Notice tone="good" role="status">
        {t('guide.pos.seen', { total: won(total) })}
      </Notice>
    )
  if (unread)
    return (
      <Notice tone="warn" role="status">
        {t('guide.pos.unread')}
      </Notice>
    )
  if (status !== undefined && status.problem !== null) return <FailureNotice failure={status.problem} />
  return (
    <Notice role="status">
      {t(status !== undefined && status.bytes > 0 ? 'guide.pos.heard' : 'guide.pos.listening')}
    </Notice>
  )
}
