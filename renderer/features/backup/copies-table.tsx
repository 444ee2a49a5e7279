import type { CallOutput } from '#shared/contract/index.ts'
import { formatNumber } from '#shared/won.ts'
import { useNow } from '../../app/use-now.ts'
import { useWords } from '../../app/words.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'

export type Copy = CallOutput<'backup.copies'>[number]

const tones = { proven: 'green', unproven: 'plain', rotten: 'red' } as const

/** What is in each copy, newest on top. One that is not whole cannot be chosen. */
export const CopiesTable = ({
  copies,
  pick,
  onPick,
  onVerify,
  onProof,
  isBusy = false,
}: {
  readonly copies: readonly Copy[]
  readonly pick: 'backup.restore' | 'restore.pick'
  readonly onPick: (copy: Copy) => void
  readonly onVerify?: (copy: Copy) => void
  readonly onProof?: (copy: Copy) => void
  readonly isBusy?: boolean
}) => {
  const { t, moment } = useWords()
  const now = useNow(60_000)
  // Whoever restores nearly always wants the newest one that is whole.
  const next = copies.find(({ state, ownShop }) => state !== 'rotten' && ownShop)?.id
  if (copies.length === 0) return <p className="backup-soft">{t('backup.copies.none')}</p>
  return (
    <table className="backup-copies">
      <thead>
        <tr>
          <th>{t('backup.copies.when')}</th>
          <th className="number">{t('backup.copies.customers')}</th>
          <th className="number">{t('backup.copies.receipts')}</th>
          <th>{t('backup.copies.code')}</th>
          <th>{t('backup.copies.state')}</th>
          <th />
        </tr>
      </thead>
      <tbody>
        {copies.map((copy) => (
          <tr key={copy.id}>
            <td>{moment(copy.at, now)}</td>
            <td className="number">
              {copy.checkCode === '' ? '' : t('backup.people', { n: formatNumber(copy.customers) })}
            </td>
            <td className="number">
              {copy.checkCode === '' ? '' : t('backup.papers', { n: formatNumber(copy.receipts) })}
            </td>
            <td>
              <code>{copy.checkCode}</code>
            </td>
            <td>
              <Badge tone={tones[copy.state]}>{t(`backup.state.${copy.state}`)}</Badge>
              {copy.ownShop ? null : <Badge tone="gold">{t('backup.otherShop')}</Badge>}
            </td>
            <td className="backup-row-actions">
              {copy.state === 'rotten' || onVerify === undefined ? null : (
                <Button look="quiet" isDisabled={isBusy} onPress={() => onVerify(copy)}>
                  {t('backup.verify')}
                </Button>
              )}
              {copy.state === 'rotten' || onProof === undefined || !copy.ownShop ? null : (
                <Button look="quiet" isDisabled={isBusy} onPress={() => onProof(copy)}>
                  {t('backup.proof')}
                </Button>
              )}
              {copy.state === 'rotten' ? (
                <span className="backup-soft">{t('backup.state.useless')}</span>
              ) : (
                <Button
                  look={pick === 'restore.pick' && copy.id === next ? 'primary' : 'plain'}
                  isDisabled={isBusy}
                  onPress={() => onPick(copy)}
                >
                  {t(pick)}
                </Button>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
