import { useWords } from '../../app/words.ts'
import { Choice } from '../../ui/choice.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { portNumber } from './device-defaults.ts'
import { PortField } from './port-field.tsx'
import type { SourceDraft } from './source-draft.ts'

export interface PlaceFieldsProps {
  readonly draft: SourceDraft
  /** Saving was tried: what is missing may be told. */
  readonly tried: boolean
  readonly onChange: (draft: SourceDraft) => void
}

/** Where the POS's bytes come from, and where they go on to. */
export const PlaceFields = ({ draft, tried, onChange }: PlaceFieldsProps) => {
  const { t } = useWords()
  const { source } = draft
  switch (source.kind) {
    case 'serial':
      return (
        <PortField
          path={source.path}
          onChange={(path) => onChange({ ...draft, source: { ...source, path } })}
        />
      )
    case 'pass-through':
      return (
        <>
          <PortField
            label={t('line.posPort')}
            path={source.path}
            onChange={(path) => onChange({ ...draft, source: { ...source, path } })}
          />
          <PortField
            label={t('line.printerPort')}
            path={source.printerPath}
            onChange={(printerPath) => onChange({ ...draft, source: { ...source, printerPath } })}
          />
        </>
      )
    case 'tcp':
      return <ListeningFields draft={draft} source={source} tried={tried} onChange={onChange} />
    case 'forward':
      return (
        <>
          <ListeningFields draft={draft} source={source} tried={tried} onChange={onChange} />
          <div className="device-pair">
            <TextField
              label={t('line.printerHost')}
              value={source.printerHost}
              onChange={(printerHost) => onChange({ ...draft, source: { ...source, printerHost } })}
              placeholder="192.168.0.50"
              maxLength={200}
              error={tried && source.printerHost.trim() === '' ? t('device.hostMissing') : null}
            />
            <TextField
              label={t('line.printerTcpPort')}
              inputMode="numeric"
              value={draft.printerPort}
              onChange={(printerPort) => onChange({ ...draft, printerPort })}
              maxLength={5}
              error={tried && portNumber(draft.printerPort) === null ? t('device.tcpPortWrong') : null}
            />
          </div>
        </>
      )
    case 'folder':
      return (
        <>
          <TextField
            label={t('line.folder')}
            value={source.folder}
            onChange={(folder) => onChange({ ...draft, source: { ...source, folder } })}
            maxLength={400}
            error={tried && source.folder.trim() === '' ? t('line.folderMissing') : null}
          />
          <p className="device-soft">{t('line.folderHint')}</p>
        </>
      )
    default:
      return null
  }
}

/** Where we listen as a printer. */
const ListeningFields = ({
  draft,
  source,
  tried,
  onChange,
}: PlaceFieldsProps & {
  readonly source: Extract<SourceDraft['source'], { kind: 'tcp' | 'forward' }>
}) => {
  const { t } = useWords()
  return (
    <div className="device-pair">
      <Choice
        label={t('device.host')}
        value={source.host === '127.0.0.1' ? 'this' : 'network'}
        options={[
          { value: 'this', text: t('device.hostThisPc') },
          { value: 'network', text: t('device.hostNetwork') },
        ]}
        onChange={(where) =>
          onChange({ ...draft, source: { ...source, host: where === 'this' ? '127.0.0.1' : '0.0.0.0' } })
        }
      />
      <TextField
        label={t('device.tcpPort')}
        inputMode="numeric"
        value={draft.port}
        onChange={(port) => onChange({ ...draft, port })}
        maxLength={5}
        error={tried && portNumber(draft.port) === null ? t('device.tcpPortWrong') : null}
      />
    </div>
  )
}
