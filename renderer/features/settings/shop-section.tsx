import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { CallOutput } from '#shared/contract/index.ts'
import { api } from '../../api/api.ts'
import { keys } from '../../api/keys.ts'
import { queries } from '../../api/queries.ts'
import { useWords } from '../../app/words.ts'
import { Button } from '../../ui/button.tsx'
import { Select } from '../../ui/select.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useToasts } from '../../ui/toast.tsx'
import { useFailureToast } from '../../ui/use-failure-toast.ts'
import { Section } from './section.tsx'

type Shop = CallOutput<'shop.get'>

const hours = [0, 1, 2, 3, 4, 5, 6]
/** Basis points: half a percent to five. */
const rates = [0, 50, 100, 150, 200, 300, 500]
const empty = (text: string): string | null => (text.trim() === '' ? null : text.trim())

const ShopForm = ({ shop, onSave }: { readonly shop: Shop; readonly onSave: (shop: Shop) => void }) => {
  const { t } = useWords()
  const [draft, setDraft] = useState(shop)
  const number = (draft.businessNumber ?? '').replace(/\D/g, '')
  const numberWrong = draft.businessNumber !== null && draft.businessNumber !== '' && number.length !== 10
  const qrWrong = !/^[\x20-\x7e]*$/.test(draft.qr)
  const ready = draft.name.trim() !== '' && !numberWrong && !qrWrong
  return (
    <form
      className="settings-fields"
      onSubmit={(event) => {
        event.preventDefault()
        if (ready) onSave({ ...draft, name: draft.name.trim(), businessNumber: empty(number) })
      }}
    >
      <TextField
        label={t('settings.shop.name')}
        value={draft.name}
        onChange={(name) => setDraft({ ...draft, name })}
        maxLength={60}
      />
      <TextField
        label={t('settings.shop.businessNumber')}
        value={draft.businessNumber ?? ''}
        onChange={(businessNumber) => setDraft({ ...draft, businessNumber: empty(businessNumber) })}
        inputMode="numeric"
        maxLength={14}
        error={numberWrong ? t('settings.shop.businessNumberWrong') : null}
      />
      <TextField
        label={t('settings.shop.phone')}
        value={draft.phone ?? ''}
        onChange={(phone) => setDraft({ ...draft, phone: empty(phone) })}
        inputMode="tel"
        maxLength={20}
      />
      <TextField
        label={t('settings.shop.address')}
        value={draft.address ?? ''}
        onChange={(address) => setDraft({ ...draft, address: address === '' ? null : address })}
        maxLength={100}
      />
      <Select
        label={t('settings.shop.closesAt')}
        value={String(draft.closesAtHour)}
        options={[...new Set([...hours, draft.closesAtHour])].map((hour) => ({
          value: String(hour),
          text: hour === 0 ? t('settings.shop.midnight') : t('settings.shop.closesAtHour', { n: hour }),
        }))}
        onChange={(hour) => setDraft({ ...draft, closesAtHour: Number(hour) })}
      />
      <Select
        label={t('settings.shop.pointsRate')}
        value={String(draft.pointsRateBp)}
        options={[...new Set([...rates, draft.pointsRateBp])]
          .sort((a, b) => a - b)
          .map((rate) => ({
            value: String(rate),
            text: t('settings.shop.percent', { n: String(rate / 100) }),
          }))}
        onChange={(rate) => setDraft({ ...draft, pointsRateBp: Number(rate) })}
      />
      <TextField
        label={t('settings.shop.footer')}
        value={draft.footer}
        onChange={(footer) => setDraft({ ...draft, footer })}
        maxLength={200}
      />
      <TextField
        label={t('settings.shop.qr')}
        value={draft.qr}
        onChange={(qr) => setDraft({ ...draft, qr })}
        maxLength={200}
        placeholder="https://"
        error={qrWrong ? t('settings.shop.qrWrong') : null}
      />
      <div className="device-actions">
        <Button type="submit" look="primary" isDisabled={!ready}>
          {t('common.save')}
        </Button>
      </div>
    </form>
  )
}

/** What stands on slips, and the rules of the day and of points. */
export const ShopSection = () => {
  const { t } = useWords()
  const client = useQueryClient()
  const { show } = useToasts()
  const shop = useQuery(queries.shop).data
  const save = useMutation({
    mutationFn: (next: Shop) => api.call('shop.save', next),
    onSuccess: async () => {
      show({ text: t('common.saved') })
      await Promise.all(
        [keys.shop, keys.status, keys.receipts].map((queryKey) => client.invalidateQueries({ queryKey })),
      )
    },
    onError: useFailureToast(),
  })
  return (
    <Section title={t('settings.shop')}>
      {shop === undefined ? (
        <p>{t('common.loading')}</p>
      ) : (
        <ShopForm shop={shop} onSave={(next) => save.mutate(next)} />
      )}
    </Section>
  )
}
