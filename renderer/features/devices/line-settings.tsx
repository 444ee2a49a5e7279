import type { Source } from '#shared/contract/devices.ts'
import { useWords } from '../../app/words.ts'
import { Select } from '../../ui/select.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { LineFields } from './line-fields.tsx'

type LineSource = Extract<Source, { kind: 'serial' | 'pass-through' }>

/** Speed, parity and bits of a source's line, and paths that the list does not know. */
export const LineSettings = ({
  source,
  onChange,
}: {
  readonly source: LineSource
  readonly onChange: (source: LineSource) => void
}) => {
  const { t } = useWords()
  return (
    <>
      <LineFields line={source} onChange={(changed) => onChange({ ...source, ...changed })} />
      {source.kind === 'pass-through' ? (
        <TextField
          label={t('line.printerPath')}
          value={source.printerPath}
          onChange={(printerPath) => onChange({ ...source, printerPath })}
          maxLength={200}
        />
      ) : null}
      <Select
        label={t('device.dataBits')}
        value={source.dataBits === 7 ? '7' : '8'}
        options={[
          { value: '8', text: '8' },
          { value: '7', text: '7' },
        ]}
        onChange={(bits) => onChange({ ...source, dataBits: bits === '7' ? 7 : 8 })}
      />
      <Select
        label={t('device.stopBits')}
        value={source.stopBits === 2 ? '2' : '1'}
        options={[
          { value: '1', text: '1' },
          { value: '2', text: '2' },
        ]}
        onChange={(bits) => onChange({ ...source, stopBits: bits === '2' ? 2 : 1 })}
      />
    </>
  )
}
