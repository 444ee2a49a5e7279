import { useQuery } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { queries } from '../../api/queries.ts'
import { useWords } from '../../app/words.ts'
import { Button } from '../../ui/button.tsx'
import { newPrinter, type PrinterKind } from '../devices/device-defaults.ts'
import { PrinterForm } from '../devices/printer-form.tsx'
import { printerKinds } from '../devices/printer-kinds.ts'
import { useDeviceCalls } from '../devices/use-device-calls.ts'
import { AddDevice } from './add-device.tsx'
import { PrinterRow } from './printer-row.tsx'
import { Section } from './section.tsx'

/** Where slips come out, how it is, and how to add one. */
export const PrintersSection = () => {
  const { t } = useWords()
  const printers = useQuery(queries.printers).data
  const { savePrinter } = useDeviceCalls()
  const [adding, setAdding] = useState(false)
  const [kind, setKind] = useState<PrinterKind | null>(null)
  const stop = (): void => {
    setAdding(false)
    setKind(null)
  }
  const ids = (printers ?? []).map((printer) => printer.id)
  return (
    <Section
      title={t('settings.printers')}
      action={
        <Button onPress={() => setAdding(true)}>
          <Plus size={20} aria-hidden="true" />
          {t('settings.printers.add')}
        </Button>
      }
    >
      {adding ? (
        <AddDevice
          label={t('settings.printers.add')}
          kinds={printerKinds(t)}
          chosen={kind}
          onChoose={setKind}
          onCancel={stop}
        >
          {kind === null ? null : (
            <PrinterForm
              key={kind}
              printer={newPrinter(kind, t('device.defaultPrinter'), ids)}
              saveWord={t('guide.pos.connect')}
              onSave={(printer) => savePrinter.mutate(printer, { onSuccess: stop })}
              onCancel={stop}
            />
          )}
        </AddDevice>
      ) : null}
      {printers?.length === 0 ? <p>{t('settings.printers.empty')}</p> : null}
      {printers?.map((printer) => (
        <PrinterRow key={printer.id} printer={printer} />
      ))}
    </Section>
  )
}
