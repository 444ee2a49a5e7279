import { useState } from 'react'
import type { Printer } from '#shared/contract/devices.ts'
import { useWords } from '../../app/words.ts'
import { Button } from '../../ui/button.tsx'
import { Choice } from '../../ui/choice.tsx'
import { TextField } from '../../ui/text-field.tsx'
import './devices.css'
import { portNumber } from './device-defaults.ts'
import { LineFields } from './line-fields.tsx'
import { NetworkFields } from './network-fields.tsx'
import { PortField } from './port-field.tsx'
import { PurposeFields } from './purpose-fields.tsx'
import { SpoolerFields } from './spooler-fields.tsx'

const widths = [
  { value: '32', mm: 58 },
  { value: '42', mm: 80 },
  { value: '48', mm: 80 },
] as const

/** How one slip printer is reached. */
export const PrinterForm = ({
  printer,
  saveWord,
  onSave,
  onCancel,
}: {
  readonly printer: Printer
  readonly saveWord: string
  readonly onSave: (printer: Printer) => void
  readonly onCancel?: () => void
}) => {
  const { t } = useWords()
  const [draft, setDraft] = useState(printer)
  const [port, setPort] = useState(printer.kind === 'tcp' ? String(printer.port) : '')
  const [tried, setTried] = useState(false)
  const hostMissing = draft.kind === 'tcp' && draft.host.trim() === ''
  const portWrong = draft.kind === 'tcp' && portNumber(port) === null
  const pathMissing = draft.kind === 'serial' && draft.path.trim() === ''
  const queueMissing = draft.kind === 'spooler' && draft.queue.trim() === ''
  const save = (): void => {
    setTried(true)
    if (hostMissing || portWrong || pathMissing || queueMissing || draft.name.trim() === '') return
    const named = { ...draft, name: draft.name.trim() }
    onSave(
      named.kind === 'tcp'
        ? { ...named, host: named.host.trim(), port: portNumber(port) ?? named.port }
        : named,
    )
  }
  return (
    <form
      className="device-form"
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      {draft.kind === 'serial' ? (
        <PortField path={draft.path} onChange={(path) => setDraft({ ...draft, path })} />
      ) : null}
      {draft.kind === 'tcp' ? (
        <NetworkFields printer={draft} port={port} tried={tried} onChange={setDraft} onPortChange={setPort} />
      ) : null}
      {draft.kind === 'spooler' ? <SpoolerFields printer={draft} tried={tried} onChange={setDraft} /> : null}
      <Choice
        label={t('guide.printer.columns')}
        value={widths.find((width) => width.value === String(draft.columns))?.value ?? '42'}
        options={widths.map((width) => ({
          value: width.value,
          text: t('device.columnsValue', { n: width.value, mm: width.mm }),
        }))}
        onChange={(value) => setDraft({ ...draft, columns: value === '32' ? 32 : value === '48' ? 48 : 42 })}
      />
      <PurposeFields printer={draft} onChange={setDraft} />
      <details className="device-more">
        <summary>{t('device.advanced')}</summary>
        <div className="device-more-fields">
          <TextField
            label={t('device.name')}
            value={draft.name}
            onChange={(name) => setDraft({ ...draft, name })}
            maxLength={40}
          />
          {draft.kind === 'serial' ? (
            <LineFields line={draft} onChange={(changed) => setDraft({ ...draft, ...changed })} />
          ) : null}
        </div>
      </details>
      <div className="device-actions">
        <Button type="submit" look="primary" isDisabled={pathMissing}>
          {saveWord}
        </Button>
        {onCancel === undefined ? null : (
          <Button look="quiet" onPress={onCancel}>
            {t('common.cancel')}
          </Button>
        )}
      </div>
    </form>
  )
}
