import { useQuery } from '@tanstack/react-query'
import type { Printer } from '#shared/contract/devices.ts'
import { queries } from '../../api/queries.ts'
import { useWords } from '../../app/words.ts'
import { Select } from '../../ui/select.tsx'
import { TextField } from '../../ui/text-field.tsx'

type SpooledPrinter = Extract<Printer, { kind: 'spooler' }>

/** Which of the system's own printers: chosen by name where the system tells them, else a shared one by its path. */
export const SpoolerFields = ({
  printer,
  tried,
  onChange,
}: {
  readonly printer: SpooledPrinter
  /** Saving was tried: what is missing may be told. */
  readonly tried: boolean
  readonly onChange: (printer: SpooledPrinter) => void
}) => {
  const { t } = useWords()
  const found = useQuery({ ...queries.spoolers, staleTime: 0 }).data ?? []
  const names = printer.queue === '' || found.includes(printer.queue) ? found : [printer.queue, ...found]
  if (found.length > 0)
    return (
      <Select
        label={t('printer.queue')}
        value={printer.queue === '' ? null : printer.queue}
        options={names.map((name) => ({ value: name, text: name }))}
        onChange={(queue) => onChange({ ...printer, queue })}
      />
    )
  return (
    <div>
      <TextField
        label={t('printer.queuePath')}
        value={printer.queue}
        onChange={(queue) => onChange({ ...printer, queue })}
        placeholder={t('printer.queueExample')}
        maxLength={200}
        error={tried && printer.queue.trim() === '' ? t('printer.queueMissing') : null}
      />
      <p className="device-soft">{t('printer.queueHint')}</p>
    </div>
  )
}
