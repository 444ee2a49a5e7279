import { useWords } from '../../app/words.ts'
import { Select } from '../../ui/select.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { baudRates } from './device-defaults.ts'

interface Line {
  readonly path: string
  readonly baudRate: number
  readonly parity: 'none' | 'even' | 'odd'
}

/** Speed and parity of a serial line, and its path where the list does not know it. */
export const LineFields = ({
  line,
  onChange,
}: {
  readonly line: Line
  readonly onChange: (changed: Partial<Line>) => void
}) => {
  const { t } = useWords()
  return (
    <>
      <Select
        label={t('device.baud')}
        value={String(line.baudRate)}
        options={baudRates(line.baudRate).map((rate) => ({
          value: String(rate),
          text: t('device.baudValue', { n: String(rate) }),
        }))}
        onChange={(rate) => onChange({ baudRate: Number(rate) })}
      />
      <Select
        label={t('device.parity')}
        value={line.parity}
        options={(['none', 'even', 'odd'] as const).map((parity) => ({
          value: parity,
          text: t(`device.parity.${parity}`),
        }))}
        onChange={(parity) => onChange({ parity })}
      />
      <TextField
        label={t('device.portPath')}
        value={line.path}
        onChange={(path) => onChange({ path })}
        maxLength={200}
      />
    </>
  )
}
