import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from '../../api/api.ts'
import { failureOf } from '../../api/failure.ts'
import { useNow } from '../../app/use-now.ts'
import { useWords } from '../../app/words.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { FailureNotice, Notice } from '../../ui/notice.tsx'
import { Section } from '../settings/section.tsx'

const key = ['customers.destructions']

/** Who was destroyed when and by whom, by number alone, and whether nothing is left of them. */
export const DestroyedSection = () => {
  const { t, moment } = useWords()
  const now = useNow(60_000)
  const client = useQueryClient()
  const state = useQuery({
    queryKey: key,
    queryFn: () => api.call('customers.destructions', {}),
    refetchOnMount: 'always',
  })
  const wipe = useMutation({
    mutationFn: () => api.call('customers.wipe', {}),
    onSettled: () => client.invalidateQueries({ queryKey: key }),
  })
  const found = state.data
  if (state.error !== null) return <FailureNotice failure={failureOf(state.error)} />
  // A shop that has never destroyed anybody has nothing to read here.
  if (found === undefined || found.destroyed === 0) return null
  return (
    <Section title={t('destroyed.title')}>
      <p className="people-soft">{t('destroyed.lead')}</p>
      {found.waiting === 0 ? (
        <Notice tone="good">{t('destroyed.clean', { n: found.destroyed })}</Notice>
      ) : (
        <Notice tone="warn">
          <p>{t('destroyed.waiting', { n: found.waiting })}</p>
          <Button isDisabled={wipe.isPending} onPress={() => wipe.mutate()}>
            {t(wipe.isPending ? 'destroyed.wiping' : 'destroyed.wipe')}
          </Button>
        </Notice>
      )}
      {wipe.error === null ? null : <FailureNotice failure={failureOf(wipe.error)} />}
      <ul className="people-changes">
        {found.latest.map((one) => (
          <li key={one.customerId}>
            <span>{moment(one.at, now)}</span>
            <span>
              {t('destroyed.who', { id: String(one.customerId).slice(-6) })}{' '}
              {one.wipedAt === null ? (
                <Badge tone="red">{t('destroyed.traces')}</Badge>
              ) : (
                <Badge tone="green">{t('destroyed.gone')}</Badge>
              )}
            </span>
            <small>{one.by === null ? '' : t('people.by', { name: one.by })}</small>
          </li>
        ))}
      </ul>
    </Section>
  )
}
