import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Source } from '#shared/contract/devices.ts'
import { queries } from '../../api/queries.ts'
import { useNow } from '../../app/use-now.ts'
import { useWords } from '../../app/words.ts'
import { Button } from '../../ui/button.tsx'
import { FailureNotice, Notice } from '../../ui/notice.tsx'
import { ConnectionBadge } from '../devices/connection-badge.tsx'
import { LineNote } from '../devices/line-note.tsx'
import { SourceForm } from '../devices/source-form.tsx'
import { useDeviceCalls } from '../devices/use-device-calls.ts'

const placeOf = (source: Source): string => {
  switch (source.kind) {
    case 'serial':
      return `${source.path} · ${source.baudRate}`
    case 'pass-through':
      return `${source.path} ⇄ ${source.printerPath} · ${source.baudRate}`
    case 'forward':
      return `${source.host}:${source.port} → ${source.printerHost}:${source.printerPort}`
    case 'folder':
      return source.folder
    case 'tcp':
      return `${source.host}:${source.port}`
    default:
      return ''
  }
}

/** One POS: how it is, what is wrong in words, its settings. */
export const SourceRow = ({ source }: { readonly source: Source }) => {
  const { t, moment } = useWords()
  const now = useNow()
  const status = useQuery(queries.sourceStatus).data?.find((one) => one.id === source.id)
  const { saveSource, removeSource } = useDeviceCalls()
  const [editing, edit] = useState(false)
  const heard = status?.lastByteAt ?? null
  return (
    <div className="device-row">
      <div className="device-head">
        <strong>{source.name}</strong>
        <span className="device-soft">
          {t(`device.kind.${source.kind}`)} {placeOf(source)}
        </span>
        {status === undefined ? null : <ConnectionBadge status={status} />}
        <span className="device-soft">
          {heard === null ? t('device.noByte') : t('device.lastByte', { when: moment(heard, now) })}
        </span>
        <span className="device-deeds">
          {source.kind === 'file' ? null : <Button onPress={() => edit(!editing)}>{t('device.edit')}</Button>}
          <Button look="quiet" onPress={() => removeSource.mutate(source)}>
            {t('common.remove')}
          </Button>
        </span>
      </div>
      {status === undefined || status.problem === null ? null : <FailureNotice failure={status.problem} />}
      {status?.quiet === true && status.problem === null ? <Notice>{t('line.quiet')}</Notice> : null}
      {editing ? null : <LineNote kind={source.kind} />}
      {editing ? (
        <SourceForm
          source={source}
          saveWord={t('common.save')}
          onSave={(next) => saveSource.mutate(next, { onSuccess: () => edit(false) })}
          onCancel={() => edit(false)}
        />
      ) : null}
    </div>
  )
}
