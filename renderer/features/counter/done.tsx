import { useQuery } from '@tanstack/react-query'
import { Stamp } from 'lucide-react'
import { api } from '../../api/api.ts'
import { keys } from '../../api/keys.ts'
import { queries } from '../../api/queries.ts'
import { useWords } from '../../app/words.ts'
import { Button } from '../../ui/button.tsx'
import { SlipPicture } from '../slips/slip-picture.tsx'
import { useReprint } from '../slips/use-reprint.ts'
import type { AttachResult } from './types.ts'
import type { Counter } from './use-counter.ts'
import { useDevices } from './use-devices.ts'

/** It worked: what was given and what there is now. */
export const Done = ({ result, counter }: { readonly result: AttachResult; readonly counter: Counter }) => {
  const { t, points, signedPoints } = useWords()
  const { printsOnScreen, printerProblem } = useDevices()
  const { customerId, slip } = result
  const drawn = useQuery(queries.slips).data?.find((one) => one.id === slip?.id)
  const state = drawn?.state ?? slip?.state ?? 'queued'
  const reprint = useReprint()
  const onItsWay = state === 'queued' || (state === 'sent' && drawn?.settled !== true)
  const waits = onItsWay && printerProblem !== null
  const slipWord = waits
    ? 'slip.waits'
    : state === 'sent' && drawn?.settled === true
      ? 'slip.sentFinal'
      : (`slip.state.${state}` as const)
  const name =
    useQuery({ queryKey: keys.card(customerId), queryFn: () => api.call('customers.card', { customerId }) })
      .data?.name ?? ''
  return (
    <div className="done">
      <div className="done-words">
        <p className="done-title">
          <Stamp size={36} aria-hidden="true" />
          {t('done.title')}
        </p>
        <p className="done-name">{t('card.honorific', { name })}</p>
        <p className="done-given">{signedPoints(result.pointsGiven)}</p>
        <p className="done-balance">
          {t('done.balance')} <strong>{points(result.balance)}</strong>
        </p>
        <p className="counter-soft">{t(slip === null ? 'done.noSlip' : slipWord)}</p>
        {slip !== null && (state === 'unknown' || state === 'failed') ? (
          <Button
            keepFocus
            size="large"
            isDisabled={reprint.isPending}
            onPress={() => reprint.mutate(slip.id)}
          >
            {t('slip.reprint')}
          </Button>
        ) : null}
        <Button keepFocus look="primary" size="large" keyCap="Enter" onPress={counter.clear}>
          {t('done.next')}
        </Button>
        <p className="counter-soft">{t('done.nextHint')}</p>
      </div>
      {drawn !== undefined && printsOnScreen ? (
        <div className="done-slip">
          <SlipPicture slip={drawn} />
        </div>
      ) : null}
    </div>
  )
}
