import { useState } from 'react'
import type { Source } from '#shared/contract/devices.ts'
import { useWords } from '../../app/words.ts'
import { Button } from '../../ui/button.tsx'
import { Choice } from '../../ui/choice.tsx'
import { Select } from '../../ui/select.tsx'
import { TextField } from '../../ui/text-field.tsx'
import './devices.css'
import { portNumber } from './device-defaults.ts'
import { LineFields } from './line-fields.tsx'
import { PortField } from './port-field.tsx'

const gaps = [300, 500, 1_000, 2_000, 5_000, 10_000]
const paces = [2_000, 5_000, 10_000, 30_000, 60_000]
const seconds = (ms: number): string => String(ms / 1_000)
const withOwn = (own: number, usual: readonly number[]): number[] =>
  [...new Set([own, ...usual])].sort((a, b) => a - b)

/** How one POS is listened to. Common things first, the rest folded away. */
export const SourceForm = ({
  source,
  saveWord,
  onSave,
  onCancel,
}: {
  readonly source: Source
  readonly saveWord: string
  readonly onSave: (source: Source) => void
  readonly onCancel?: () => void
}) => {
  const { t } = useWords()
  const [draft, setDraft] = useState(source)
  const [port, setPort] = useState(source.kind === 'tcp' ? String(source.port) : '')
  const [tried, setTried] = useState(false)
  const whole: Source | null =
    draft.kind === 'tcp'
      ? portNumber(port) === null
        ? null
        : { ...draft, port: portNumber(port) ?? draft.port }
      : draft.kind === 'serial' && draft.path.trim() === ''
        ? null
        : draft
  const save = (): void => {
    setTried(true)
    if (whole !== null && whole.name.trim() !== '') onSave({ ...whole, name: whole.name.trim() })
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
        <div className="device-pair">
          <Choice
            label={t('device.host')}
            value={draft.host === '127.0.0.1' ? 'this' : 'network'}
            options={[
              { value: 'this', text: t('device.hostThisPc') },
              { value: 'network', text: t('device.hostNetwork') },
            ]}
            onChange={(where) => setDraft({ ...draft, host: where === 'this' ? '127.0.0.1' : '0.0.0.0' })}
          />
          <TextField
            label={t('device.tcpPort')}
            inputMode="numeric"
            value={port}
            onChange={setPort}
            maxLength={5}
            error={tried && portNumber(port) === null ? t('device.tcpPortWrong') : null}
          />
        </div>
      ) : null}
      {draft.kind === 'simulated' ? (
        <Select
          label={t('device.every')}
          value={String(draft.everyMs)}
          options={withOwn(draft.everyMs, paces).map((ms) => ({
            value: String(ms),
            text: t('device.everyValue', { n: ms / 1_000 }),
          }))}
          onChange={(ms) => setDraft({ ...draft, everyMs: Number(ms) })}
        />
      ) : null}
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
            <>
              <LineFields line={draft} onChange={(changed) => setDraft({ ...draft, ...changed })} />
              <Select
                label={t('device.dataBits')}
                value={draft.dataBits === 7 ? '7' : '8'}
                options={[
                  { value: '8', text: '8' },
                  { value: '7', text: '7' },
                ]}
                onChange={(bits) => setDraft({ ...draft, dataBits: bits === '7' ? 7 : 8 })}
              />
              <Select
                label={t('device.stopBits')}
                value={draft.stopBits === 2 ? '2' : '1'}
                options={[
                  { value: '1', text: '1' },
                  { value: '2', text: '2' },
                ]}
                onChange={(bits) => setDraft({ ...draft, stopBits: bits === '2' ? 2 : 1 })}
              />
            </>
          ) : null}
          <Select
            label={t('device.encoding')}
            value={draft.encoding}
            options={[
              { value: 'cp949', text: t('device.encoding.cp949') },
              { value: 'utf8', text: t('device.encoding.utf8') },
            ]}
            onChange={(encoding) => setDraft({ ...draft, encoding })}
          />
          <Select
            label={t('device.gap')}
            value={String(draft.idleGapMs)}
            options={withOwn(draft.idleGapMs, gaps).map((ms) => ({
              value: String(ms),
              text: t('device.gapValue', { n: seconds(ms) }),
            }))}
            onChange={(ms) => setDraft({ ...draft, idleGapMs: Number(ms) })}
          />
        </div>
      </details>
      <div className="device-actions">
        <Button type="submit" look="primary" isDisabled={draft.kind === 'serial' && whole === null}>
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
