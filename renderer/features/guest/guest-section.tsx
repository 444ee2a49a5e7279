import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { CallInput, CallOutput } from '#shared/contract/index.ts'
import { api } from '../../api/api.ts'
import { useWords } from '../../app/words.ts'
import { Button } from '../../ui/button.tsx'
import { Check } from '../../ui/check.tsx'
import { Choice } from '../../ui/choice.tsx'
import { Select } from '../../ui/select.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useToasts } from '../../ui/toast.tsx'
import { useFailureToast } from '../../ui/use-failure-toast.ts'
import { Section } from '../settings/section.tsx'
import { DisplaySelect, displaysKey, useDisplays } from './display-select.tsx'
import './guest-section.css'
import { PictureChoice } from './picture-choice.tsx'

type Options = CallInput<'guest.saveSettings'>

const key = ['guest.settings']
const seconds = [15, 20, 30, 45, 60, 90]
const alone = ['none', 'window', 'full'] as const
const signs = ['draw', 'check'] as const

const GuestForm = ({
  saved,
  onSave,
}: {
  readonly saved: CallOutput<'guest.settings'>
  readonly onSave: (options: Options) => void
}) => {
  const { t } = useWords()
  const { hasPicture: _picture, ...first } = saved
  const [draft, setDraft] = useState<Options>(first)
  const displays = useDisplays()
  const change = (part: Partial<Options>): void => setDraft({ ...draft, ...part })
  return (
    <form
      className="guest-settings"
      onSubmit={(event) => {
        event.preventDefault()
        onSave(draft)
      }}
    >
      <Check isSelected={draft.on} onChange={(on) => change({ on })}>
        {t('guest.settings.on')}
      </Check>
      {saved.on && displays !== undefined ? (
        <p className="settings-soft" role="status">
          {t(displays.some(({ guest }) => guest) ? 'guest.settings.shown' : 'guest.settings.hidden')}
        </p>
      ) : null}
      {draft.on ? (
        <>
          <div className="settings-pair">
            <DisplaySelect value={draft.display} onChange={(display) => change({ display })} />
            <Select
              label={t('guest.settings.rest')}
              value={String(draft.restSeconds)}
              options={[...new Set([...seconds, draft.restSeconds])].map((n) => ({
                value: String(n),
                text: t('guest.settings.seconds', { n }),
              }))}
              onChange={(n) => change({ restSeconds: Number(n) })}
            />
            <Choice
              label={t('guest.settings.alone')}
              value={draft.alone}
              options={alone.map((value) => ({ value, text: t(`guest.settings.alone.${value}`) }))}
              onChange={(value) => change({ alone: value })}
            />
            <Choice
              label={t('guest.settings.sign')}
              value={draft.sign}
              options={signs.map((value) => ({ value, text: t(`guest.settings.sign.${value}`) }))}
              onChange={(sign) => change({ sign })}
            />
          </div>
          <TextField
            label={t('guest.settings.notice')}
            value={draft.notice}
            onChange={(notice) => change({ notice })}
            placeholder={t('guest.settings.noticeHint')}
            maxLength={120}
          />
          <Check isSelected={draft.noticeToday} onChange={(noticeToday) => change({ noticeToday })}>
            {t('guest.settings.noticeToday')}
          </Check>
          <PictureChoice />
        </>
      ) : null}
      <div className="device-actions">
        <Button type="submit" look="primary">
          {t('common.save')}
        </Button>
      </div>
    </form>
  )
}

/** The second monitor that is turned to the guest. */
export const GuestSection = () => {
  const { t } = useWords()
  const { show } = useToasts()
  const client = useQueryClient()
  const saved = useQuery({ queryKey: key, queryFn: () => api.call('guest.settings', {}) }).data
  const save = useMutation({
    mutationFn: (options: Options) => api.call('guest.saveSettings', options),
    onSuccess: async () => {
      show({ text: t('common.saved') })
      await client.invalidateQueries({ queryKey: key })
      await client.invalidateQueries({ queryKey: displaysKey })
    },
    onError: useFailureToast(),
  })
  return (
    <Section title={t('guest.settings')}>
      <p className="settings-soft">{t('guest.settings.lead')}</p>
      {saved === undefined ? (
        <p>{t('common.loading')}</p>
      ) : (
        <GuestForm saved={saved} onSave={(options) => save.mutate(options)} />
      )}
    </Section>
  )
}
