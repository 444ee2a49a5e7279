import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Printer } from '#shared/contract/devices.ts'
import { queries } from '../../api/queries.ts'
import { useWords } from '../../app/words.ts'
import { Button } from '../../ui/button.tsx'
import { FailureNotice } from '../../ui/notice.tsx'
import { useToasts } from '../../ui/toast.tsx'
import { ConnectionBadge } from '../devices/connection-badge.tsx'
import { PrinterForm } from '../devices/printer-form.tsx'
import { useDeviceCalls } from '../devices/use-device-calls.ts'

const placeOf = (printer: Printer): string => {
  switch (printer.kind) {
    case 'serial':
      return `${printer.path} · ${printer.baudRate}`
    case 'tcp':
      return `${printer.host}:${printer.port}`
    case 'spooler':
      return printer.queue
    default:
      return ''
  }
}

/** One printer: how it is, what is wrong in words, its settings, a test slip. */
export const PrinterRow = ({ printer }: { readonly printer: Printer }) => {
  const { t } = useWords()
  const { show } = useToasts()
  const status = useQuery(queries.printerStatus).data?.find((one) => one.id === printer.id)
  const { savePrinter, removePrinter, testPrinter } = useDeviceCalls()
  const [editing, edit] = useState(false)
  return (
    <div className="device-row">
      <div className="device-head">
        <strong>{printer.name}</strong>
        <span className="device-soft">
          {t(`device.kind.${printer.kind}`)} {placeOf(printer)} {printer.columns}
          {(printer.purposes ?? []).map((purpose) => ` · ${t(`purpose.${purpose}`)}`)}
        </span>
        {status === undefined ? null : <ConnectionBadge status={status} />}
        <span className="device-space" />
        <Button
          isDisabled={testPrinter.isPending}
          onPress={() =>
            testPrinter.mutate(printer.id, { onSuccess: () => show({ text: t('guide.printer.tested') }) })
          }
        >
          {t('guide.printer.test')}
        </Button>
        <Button onPress={() => edit(!editing)}>{t('device.edit')}</Button>
        <Button look="quiet" onPress={() => removePrinter.mutate(printer)}>
          {t('common.remove')}
        </Button>
      </div>
      {status === undefined || status.problem === null ? null : <FailureNotice failure={status.problem} />}
      {editing ? (
        <PrinterForm
          printer={printer}
          saveWord={t('common.save')}
          onSave={(next) => savePrinter.mutate(next, { onSuccess: () => edit(false) })}
          onCancel={() => edit(false)}
        />
      ) : null}
    </div>
  )
}
