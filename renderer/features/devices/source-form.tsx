import { useState } from 'react'
import type { Source } from '#shared/contract/devices.ts'
import { useWords } from '../../app/words.ts'
import { Button } from '../../ui/button.tsx'
import { Select } from '../../ui/select.tsx'
import { TextField } from '../../ui/text-field.tsx'
import './devices.css'
import { LineNote } from './line-note.tsx'
import { LineSettings } from './line-settings.tsx'
import { PlaceFields } from './place-fields.tsx'
import { SettingsFinder } from './settings-finder.tsx'
import { draftOf, wholeSource } from './source-draft.ts'

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
  const [whole, setWhole] = useState(() => draftOf(source))
  const [tried, setTried] = useState(false)
  const draft = whole.source
  const setDraft = (changed: Source): void => setWhole({ ...whole, source: changed })
  const ready = wholeSource(whole)
  const isLine = draft.kind === 'serial' || draft.kind === 'pass-through'
  const save = (): void => {
    setTried(true)
    if (ready !== null) onSave(ready)
  }
  return (
    <form
      className="device-form"
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <PlaceFields draft={whole} tried={tried} onChange={setWhole} />
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
          {isLine ? <LineSettings source={draft} onChange={setDraft} /> : null}
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
        {draft.kind === 'serial' ? (
          <SettingsFinder
            path={draft.path}
            onApply={({ baudRate, dataBits, parity, stopBits, encoding }) =>
              setDraft({ ...draft, baudRate, dataBits, parity, stopBits, encoding })
            }
          />
        ) : null}
      </details>
      <LineNote kind={draft.kind} />
      <div className="device-actions">
        <Button type="submit" look="primary" isDisabled={isLine && ready === null}>
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
