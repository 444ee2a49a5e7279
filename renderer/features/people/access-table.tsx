import { useInfiniteQuery } from '@tanstack/react-query'
import { businessDate, clockText } from '#shared/dates.ts'
import { api } from '../../api/api.ts'
import { failureOf } from '../../api/failure.ts'
import { useWords } from '../../app/words.ts'
import { Button } from '../../ui/button.tsx'
import { FailureNotice } from '../../ui/notice.tsx'
import { methodWord } from './method-word.ts'

const page = 50

/** The entries of a month, newest first. */
export const AccessTable = ({ month }: { readonly month: string }) => {
  const { t } = useWords()
  const entries = useInfiniteQuery({
    queryKey: ['access.list', month],
    initialPageParam: null as number | null,
    queryFn: ({ pageParam }) =>
      api.call('access.list', { limit: page, month, ...(pageParam === null ? {} : { beforeId: pageParam }) }),
    getNextPageParam: (last) => (last.length < page ? null : (last.at(-1)?.id ?? null)),
    refetchOnMount: 'always',
  })
  const rows = entries.data?.pages.flat() ?? []
  if (entries.error !== null) return <FailureNotice failure={failureOf(entries.error)} />
  return (
    <div className="access-table">
      <table>
        <thead>
          <tr>
            <th>{t('access.when')}</th>
            <th>{t('access.who')}</th>
            <th>{t('access.what')}</th>
            <th>{t('access.whose')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id} className={row.action === 'failed' ? 'access-failed' : ''}>
              <td>
                {businessDate(row.at)} {clockText(row.at)}
              </td>
              <td>{row.person ?? t('access.nobody')}</td>
              <td>
                {t(`access.action.${row.action}`)} <small>{methodWord(t, row.method)}</small>
              </td>
              <td>
                {row.customerId !== null
                  ? t('access.customer', { id: shortId(row.customerId) })
                  : row.people > 0
                    ? t('access.people', { n: row.people })
                    : ''}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {entries.hasNextPage ? (
        <Button isDisabled={entries.isFetchingNextPage} onPress={() => void entries.fetchNextPage()}>
          {t('access.more')}
        </Button>
      ) : null}
    </div>
  )
}

/** Entries know people by number only; its end tells two of them apart. */
const shortId = (id: number): string => String(id).slice(-6)
