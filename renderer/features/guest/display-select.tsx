import { useQuery } from '@tanstack/react-query'
import type { CallOutput } from '#shared/contract/index.ts'
import { api } from '../../api/api.ts'
import { useWords } from '../../app/words.ts'
import { Select } from '../../ui/select.tsx'

type Settings = CallOutput<'guest.settings'>

export const displaysKey = ['guest.displays']

/** Asked again while the page is open: a cable is plugged in while one looks. */
const everyMs = 3_000

export const useDisplays = () =>
  useQuery({
    queryKey: displaysKey,
    queryFn: () => api.call('guest.displays', {}),
    staleTime: 0,
    refetchInterval: everyMs,
  }).data?.displays

/** Which of the monitors; one that is chosen and away is still named. */
export const DisplaySelect = ({
  value,
  onChange,
}: {
  readonly value: Settings['display']
  readonly onChange: (display: Settings['display']) => void
}) => {
  const { t } = useWords()
  const displays = useDisplays() ?? []
  const away = value !== null && !displays.some(({ id }) => id === value.id) ? value : null
  return (
    <Select
      label={t('guest.settings.display')}
      value={value === null ? 'auto' : String(value.id)}
      options={[
        { value: 'auto', text: t('guest.settings.auto') },
        ...displays.map(({ id, name, width, height, own }) => ({
          value: String(id),
          text: t('guest.settings.displayOf', {
            name: own ? t('guest.settings.own') : name,
            width,
            height,
          }),
        })),
        ...(away === null ? [] : [{ value: String(away.id), text: t('guest.settings.away', { ...away }) }]),
      ]}
      onChange={(chosen) => {
        const display = displays.find(({ id }) => String(id) === chosen)
        if (chosen === 'auto') onChange(null)
        else if (display !== undefined)
          onChange({ id: display.id, width: display.width, height: display.height })
      }}
    />
  )
}
