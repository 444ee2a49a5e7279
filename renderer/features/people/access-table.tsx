import { useInfiniteQuery } from '@tanstack/react-query'
import type { CallOutput } from '#shared/contract/index.ts'
import { businessDate, clockText } from '#shared/dates.ts'
import { api } from '../../api/api.ts'
import { failureOf } from '../../api/failure.ts'
import { useWords } from '../../app/words.ts'
import { Button } from '../../ui/button.tsx'
import { FailureNotice } from '../../ui/notice.tsx'
import { useOpenCustomer } from '../customers/open-customer.tsx'
import { methodWord } from './method-word.ts'

type Row = CallOutput<'access.list'>[number]

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
                {t(didWord(row))} <small>{methodWord(t, row.method)}</small>
              </td>
              <td>
                {row.customerId === null ? (
                  row.people > 0 ? (
                    t('access.people', { n: row.people })
                  ) : null
                ) : (
                  <Whose id={row.customerId} />
                )}
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

/** In its own word where the plain one would tell too little: a key of the ledger, a copy put in its place. */
const didWord = ({ action, method }: Pick<Row, 'action' | 'method'>) => {
  if (action === 'failed' && method !== 'door.enter') return 'access.wrongKey'
  if (method === 'backup.restore' || method === 'ledger.mend') return 'access.restored'
  return `access.action.${action}` as const
}

/** The entry itself keeps no name; whoever wants to know looks, and that is on record as well. */
const Whose = ({ id }: { readonly id: number }) => {
  const { t } = useWords()
  const openCustomer = useOpenCustomer()
  return (
    <button type="button" className="table-link" onClick={() => openCustomer(id)}>
      {t('access.customer', { id: shortId(id) })}
    </button>
  )
}

/** Entries know people by number only; its end tells two of them apart. */
const shortId = (id: number): string => String(id).slice(-6)
