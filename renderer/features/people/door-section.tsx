import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '../../api/api.ts'
import { keys } from '../../api/keys.ts'
import type { DoorStatus } from '../../api/types.ts'
import { useWords } from '../../app/words.ts'
import { Select } from '../../ui/select.tsx'
import { useFailureToast } from '../../ui/use-failure-toast.ts'
import { Section } from '../settings/section.tsx'

const minutes = ['1', '3', '5', '10', '30', '60'] as const
const limits = ['none', '0', '5000', '10000', '30000', '50000'] as const
type Limit = (typeof limits)[number]

/** When doors close by themselves, and how much may be spent without a PIN. */
export const DoorSection = ({ door }: { readonly door: DoorStatus }) => {
  const { t, points } = useWords()
  const client = useQueryClient()
  const failed = useFailureToast()
  const save = useMutation({
    mutationFn: (settings: { idleMinutes: number; spendLimit: number | null }) =>
      api.call('door.saveSettings', settings),
    onSuccess: (status) => client.setQueryData(keys.door, status),
    onError: failed,
  })
  const limitText = (limit: Limit): string => {
    if (limit === 'none') return t('people.limitNone')
    return limit === '0' ? t('people.limitAlways') : t('people.limitOver', { points: points(Number(limit)) })
  }
  return (
    <Section title={t('people.doors')}>
      <div className="settings-pair">
        <Select
          label={t('people.idle')}
          value={String(door.idleMinutes)}
          options={minutes.map((n) => ({ value: n as string, text: t('people.minutes', { n: Number(n) }) }))}
          onChange={(n) => save.mutate({ idleMinutes: Number(n), spendLimit: door.spendLimit })}
        />
        <Select
          label={t('people.limit')}
          value={door.spendLimit === null ? 'none' : String(door.spendLimit)}
          options={limits.map((limit) => ({ value: limit as string, text: limitText(limit) }))}
          onChange={(limit) =>
            save.mutate({
              idleMinutes: door.idleMinutes,
              spendLimit: limit === 'none' ? null : Number(limit),
            })
          }
        />
      </div>
      <p className="people-soft">{t('people.doorsNote')}</p>
    </Section>
  )
}
