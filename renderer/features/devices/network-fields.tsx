import type { Printer } from '#shared/contract/devices.ts'
import { useWords } from '../../app/words.ts'
import { Choice } from '../../ui/choice.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { portNumber } from './device-defaults.ts'

type NetworkPrinter = Extract<Printer, { kind: 'tcp' }>

/** Where a network printer is, and whether anybody else prints there. */
export const NetworkFields = ({
  printer,
  port,
  tried,
  onChange,
  onPortChange,
}: {
  readonly printer: NetworkPrinter
  /** As typed. */
  readonly port: string
  /** Saving was tried: what is missing may be told. */
  readonly tried: boolean
  readonly onChange: (printer: NetworkPrinter) => void
  readonly onPortChange: (port: string) => void
}) => {
  const { t } = useWords()
  return (
    <>
      <div className="device-pair">
        <TextField
          label={t('device.host')}
          value={printer.host}
          onChange={(host) => onChange({ ...printer, host })}
          placeholder="192.168.0.50"
          maxLength={200}
          error={tried && printer.host.trim() === '' ? t('device.hostMissing') : null}
        />
        <TextField
          label={t('device.tcpPort')}
          inputMode="numeric"
          value={port}
          onChange={onPortChange}
          maxLength={5}
          error={tried && portNumber(port) === null ? t('device.tcpPortWrong') : null}
        />
      </div>
      <div>
        <Choice
          label={t('printer.held')}
          value={printer.held === true ? 'ours' : 'shared'}
          options={[
            { value: 'shared', text: t('printer.held.shared') },
            { value: 'ours', text: t('printer.held.ours') },
          ]}
          onChange={(who) => onChange({ ...printer, held: who === 'ours' })}
        />
        <p className="device-soft">{t('printer.heldHint')}</p>
      </div>
    </>
  )
}
