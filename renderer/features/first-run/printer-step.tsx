import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { queries } from '../../api/queries.ts'
import { useWords } from '../../app/words.ts'
import { Button } from '../../ui/button.tsx'
import { FailureNotice, Notice } from '../../ui/notice.tsx'
import { newPrinter, type PrinterKind } from '../devices/device-defaults.ts'
import { KindCards } from '../devices/kind-cards.tsx'
import { PrinterForm } from '../devices/printer-form.tsx'
import { printerKinds } from '../devices/printer-kinds.ts'
import { useDeviceCalls } from '../devices/use-device-calls.ts'
import { GuidePage } from './guide-page.tsx'

/** Where slips come out; a test slip is the proof. */
export const PrinterStep = ({
  onBack,
  onNext,
}: {
  readonly onBack: () => void
  readonly onNext: () => void
}) => {
  const { t } = useWords()
  const made = (useQuery(queries.printers).data ?? [])[0] ?? null
  const status = useQuery(queries.printerStatus).data?.find((one) => one.id === made?.id)
  const { savePrinter, testPrinter } = useDeviceCalls()
  const [kind, setKind] = useState<PrinterKind | null>(null)
  const chosen = kind ?? made?.kind ?? null
  const printer =
    chosen === null
      ? null
      : made !== null && made.kind === chosen
        ? made
        : { ...newPrinter(chosen, t('device.defaultPrinter'), []), id: made?.id ?? 'printer' }
  return (
    <GuidePage
      step="printer"
      title={t('guide.printer.title')}
      text={t('guide.printer.text')}
      onBack={onBack}
      actions={
        <Button look={made === null ? 'plain' : 'primary'} size="large" onPress={onNext}>
          {t(made === null ? 'common.skip' : 'common.next')}
        </Button>
      }
    >
      <KindCards
        label={t('guide.printer.title')}
        kinds={printerKinds(t)}
        chosen={chosen}
        onChoose={setKind}
      />
      {printer === null ? null : (
        <PrinterForm
          key={`${printer.kind}-${printer.id}`}
          printer={printer}
          saveWord={t('guide.pos.connect')}
          onSave={(next) => savePrinter.mutate(next)}
        />
      )}
      {made === null || made.kind !== chosen ? null : (
        <div className="guide-test">
          <Button isDisabled={testPrinter.isPending} onPress={() => testPrinter.mutate(made.id)}>
            {t('guide.printer.test')}
          </Button>
          {testPrinter.isSuccess ? <Notice tone="good">{t('guide.printer.tested')}</Notice> : null}
          {status === undefined || status.problem === null ? null : (
            <FailureNotice failure={status.problem} />
          )}
        </div>
      )}
    </GuidePage>
  )
}
