import { type Printer, type PrintPurpose, printPurpose } from '#shared/contract/devices.ts'
import { useWords } from '../../app/words.ts'
import { Check } from '../../ui/check.tsx'

/** What a printer is for, where there are several. */
export const PurposeFields = <P extends Printer>({
  printer,
  onChange,
}: {
  readonly printer: P
  readonly onChange: (printer: P) => void
}) => {
  const { t } = useWords()
  const chosen = printer.purposes ?? []
  const choose = (purpose: PrintPurpose, on: boolean): void =>
    onChange({
      ...printer,
      purposes: printPurpose.options.filter((one) => (one === purpose ? on : chosen.includes(one))),
    })
  return (
    <fieldset className="device-purposes">
      <legend className="field-label">{t('printer.purposes')}</legend>
      <div className="device-purpose-row">
        {printPurpose.options.map((purpose) => (
          <Check key={purpose} isSelected={chosen.includes(purpose)} onChange={(on) => choose(purpose, on)}>
            {t(`printer.purpose.${purpose}`)}
          </Check>
        ))}
      </div>
      <p className="device-soft">{t('printer.purposesHint')}</p>
    </fieldset>
  )
}
