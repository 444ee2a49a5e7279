import { useMutation } from '@tanstack/react-query'
import { formatNumber } from '#shared/won.ts'
import { api } from '../../api/api.ts'
import { failureOf } from '../../api/failure.ts'
import { useNow } from '../../app/use-now.ts'
import { useWords } from '../../app/words.ts'
import { Button } from '../../ui/button.tsx'
import { FailureNotice, Notice } from '../../ui/notice.tsx'
import { Section } from '../settings/section.tsx'

/** Is the record what was written, link by link? */
export const ChainSection = () => {
  const { t, moment } = useWords()
  const now = useNow(60_000)
  const verify = useMutation({ mutationFn: () => api.call('access.verify', {}) })
  const result = verify.data
  return (
    <Section
      title={t('chain.title')}
      action={
        <Button isDisabled={verify.isPending} onPress={() => verify.mutate()}>
          {t(verify.isPending ? 'chain.working' : 'chain.verify')}
        </Button>
      }
    >
      <p className="people-soft">{t('chain.lead')}</p>
      {verify.error === null ? null : <FailureNotice failure={failureOf(verify.error)} />}
      {result === undefined ? null : result.faults.length === 0 ? (
        <Notice tone="good" role="status">
          {t('chain.good', { n: formatNumber(result.links), when: moment(result.at, now) })}
        </Notice>
      ) : (
        <Notice tone="bad" role="alert">
          {t('chain.bad')}
          <ul className="chain-faults">
            {result.faults.map((fault) => (
              <li key={`${fault.what} ${fault.seq}`}>
                {t(`chain.fault.${fault.what}`, { n: formatNumber(fault.seq) })}
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </Section>
  )
}
