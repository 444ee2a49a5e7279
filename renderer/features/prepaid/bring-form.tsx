import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { businessDate } from '#shared/dates.ts'
import { api } from '../../api/api.ts'
import { useNow } from '../../app/use-now.ts'
import { useWords } from '../../app/words.ts'
import { DateField } from '../../ui/date-field.tsx'
import { Select } from '../../ui/select.tsx'
import { SmallForm } from '../../ui/small-form.tsx'
import { useToasts } from '../../ui/toast.tsx'
import { useFailureToast } from '../../ui/use-failure-toast.ts'
import { NumberField } from '../rewards/number-field.tsx'
import type { Product } from './prepaid-words.ts'
import { useAgain } from './use-prepaid.ts'

/** One from before: a paper card, or another program. */
export const BringForm = ({
  customerId,
  products,
  onDone,
}: {
  readonly customerId: number
  readonly products: readonly Product[]
  readonly onDone: () => void
}) => {
  const { t } = useWords()
  const { show } = useToasts()
  const again = useAgain()
  const today = businessDate(useNow())
  const named = products.flatMap(({ productId, terms }) => {
    const [latest] = terms.toReversed()
    return latest === undefined ? [] : [{ productId, name: latest.name, unit: latest.unit }]
  })
  const [productId, setProduct] = useState(named[0]?.productId ?? 0)
  const [used, setUsed] = useState('0')
  const [soldOn, setSoldOn] = useState(today)
  const [endsOn, setEndsOn] = useState('')
  const unit = named.find((one) => one.productId === productId)?.unit ?? 'won'
  const bring = useMutation({
    mutationFn: () =>
      api.call('prepaid.bring', {
        customerId,
        productId,
        used: Number(used),
        soldOn,
        endsOn: endsOn === '' ? null : endsOn,
      }),
    onSuccess: () => {
      again(customerId)
      show({ text: t('personPrepaid.brought') })
      onDone()
    },
    onError: useFailureToast(),
  })
  return (
    <SmallForm
      label={t('personPrepaid.bring')}
      busy={bring.isPending}
      ready={soldOn !== ''}
      onSave={() => bring.mutate()}
      onCancel={onDone}
    >
      <p className="person-points-soft">{t('personPrepaid.bringLead')}</p>
      <Select
        label={t('personPrepaid.bringProduct')}
        value={String(productId)}
        options={named.map((one) => ({ value: String(one.productId), text: one.name }))}
        onChange={(id) => setProduct(Number(id))}
      />
      <NumberField
        label={t(unit === 'won' ? 'personPrepaid.bringUsedWon' : 'personPrepaid.bringUsedTimes')}
        value={used}
        onChange={setUsed}
      />
      <DateField label={t('personPrepaid.bringSoldOn')} value={soldOn} onChange={setSoldOn} />
      <DateField label={t('personPrepaid.bringEndsOn')} value={endsOn} min={today} onChange={setEndsOn} />
    </SmallForm>
  )
}
