import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../api/api.ts'
import { failureOf } from '../../api/failure.ts'
import { keys } from '../../api/keys.ts'
import { useWords } from '../../app/words.ts'
import { Button } from '../../ui/button.tsx'
import { Choice } from '../../ui/choice.tsx'
import { FailureNotice } from '../../ui/notice.tsx'
import { CustomerDialog } from '../customers/customer-dialog.tsx'
import { NumberField } from '../rewards/number-field.tsx'
import { amountText, type Holding, type Reckoned } from './prepaid-words.ts'
import { useGivingBack } from './use-prepaid.ts'

const WorkingLines = ({ lines, won: total }: { readonly lines: Reckoned['lines']; readonly won: number }) => {
  const { t, won } = useWords()
  return (
    <table className="working">
      <tbody>
        {lines.map(({ line, won: amount, count, each }) => (
          <tr key={line} className={amount < 0 ? 'minus' : ''}>
            <th scope="row">{t(`giveBack.line.${line}`, { n: count, won: won(each) })}</th>
            <td>{amount < 0 ? `−${won(-amount)}` : won(amount)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t('giveBack.total')}</th>
          <td>{won(total)}</td>
        </tr>
      </tfoot>
    </table>
  )
}

/** What is given back, reckoned line by line with the rule it stands in, so that guest and owner can follow it. */
export const GiveBackDialog = ({
  customerId,
  holding,
  onClose,
}: {
  readonly customerId: number
  readonly holding: Holding
  readonly onClose: () => void
}) => {
  const words = useWords()
  const { t, won } = words
  const [because, setBecause] = useState<'guest' | 'shop'>('guest')
  const [typed, setTyped] = useState<string | null>(null)
  const { holdingId } = holding
  const reckoned = useQuery({
    queryKey: [...keys.prepaid, 'working', holdingId, because],
    queryFn: () => api.call('prepaid.working', { holdingId, because }),
  })
  const giving = useGivingBack(onClose)
  const found = reckoned.data
  const really = typed === null ? (found?.won ?? 0) : Number(typed)
  const ready = found !== undefined && really >= found.won && really <= found.most && !giving.isPending
  return (
    <CustomerDialog title={t('giveBack.title', { name: holding.name })} onClose={onClose}>
      <form
        className="give-back"
        onSubmit={(event) => {
          event.preventDefault()
          if (ready) giving.mutate({ customerId, holdingId, because, won: really })
        }}
      >
        <Choice
          label={t('giveBack.because')}
          value={because}
          options={(['guest', 'shop'] as const).map((value) => ({
            value,
            text: t(`giveBack.because.${value}`),
          }))}
          onChange={(value) => {
            setBecause(value)
            setTyped(null)
          }}
        />
        {reckoned.error === null ? null : <FailureNotice failure={failureOf(reckoned.error)} />}
        {found === undefined ? (
          <p className="person-points-soft">{t('common.loading')}</p>
        ) : (
          <>
            <WorkingLines lines={found.lines} won={found.won} />
            <p>
              {t(`giveBack.rule.${found.rule}`)}
              <small className="working-place">{t(`giveBack.place.${found.place}`)}</small>
            </p>
            {found.bonusLeft === 0 ? null : (
              <p className="person-points-soft">
                {t('giveBack.bonus', { amount: amountText(words, found.unit, found.bonusLeft) })}
              </p>
            )}
            <NumberField
              label={t('giveBack.more')}
              value={typed ?? String(found.won)}
              onChange={setTyped}
              note={t('giveBack.moreNote', { least: won(found.won), most: won(found.most) })}
            />
          </>
        )}
        <div className="card-actions">
          <Button type="submit" look="primary" isDisabled={!ready}>
            {t('giveBack.go', { won: won(really) })}
          </Button>
          <Button look="quiet" onPress={onClose}>
            {t('common.cancel')}
          </Button>
        </div>
      </form>
    </CustomerDialog>
  )
}
