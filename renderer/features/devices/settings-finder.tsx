import { useEffect, useState } from 'react'
import type { SettingsSearch } from '#shared/contract/devices.ts'
import { api } from '../../api/api.ts'
import { failureOf } from '../../api/failure.ts'
import { useWords } from '../../app/words.ts'
import { Button } from '../../ui/button.tsx'
import { FailureNotice, Notice } from '../../ui/notice.tsx'
import { type FoundLine, FoundSettings } from './found-settings.tsx'

type Search =
  | { readonly is: 'idle' }
  | { readonly is: 'running' }
  | { readonly is: 'over'; readonly found: FoundLine | null }
  | { readonly is: 'failed'; readonly failure: ReturnType<typeof failureOf> }

/** The search answers by itself; a backend that is away has ended it. */
const stopFinding = (): void => void api.call('sources.stopFinding', {}).catch(() => undefined)

/** The guide for a port that gives nonsense: what is tried, what reads, and one press to use it. */
export const SettingsFinder = ({
  path,
  onApply,
}: {
  readonly path: string
  readonly onApply: (found: FoundLine) => void
}) => {
  const { t } = useWords()
  const [search, setSearch] = useState<Search>({ is: 'idle' })
  const [progress, setProgress] = useState<SettingsSearch | null>(null)
  const running = search.is === 'running'

  useEffect(() => api.on('source.search', setProgress), [])
  // Whoever leaves the page does not want the port to be kept.
  useEffect(() => {
    if (!running) return undefined
    return stopFinding
  }, [running])

  const start = async (): Promise<void> => {
    setProgress(null)
    setSearch({ is: 'running' })
    try {
      const found = await api.call('sources.findSettings', { path })
      setSearch({ is: 'over', found })
    } catch (error) {
      setSearch({ is: 'failed', failure: failureOf(error) })
    }
  }

  return (
    <div className="finder">
      <strong>{t('find.title')}</strong>
      <p className="device-soft">{t('find.text')}</p>
      {running ? (
        <div className="finder-running" role="status">
          <p>{t(progress !== null && progress.heard > 0 ? 'find.hearing' : 'find.waiting')}</p>
          {progress === null ? null : <Trying progress={progress} />}
          <Button onPress={stopFinding}>{t('find.stop')}</Button>
        </div>
      ) : (
        <Button isDisabled={path.trim() === ''} onPress={() => void start()}>
          {t('find.start')}
        </Button>
      )}
      {search.is === 'failed' ? <FailureNotice failure={search.failure} /> : null}
      {search.is === 'over' && search.found === null ? <Notice tone="warn">{t('find.none')}</Notice> : null}
      {search.is === 'over' && search.found !== null ? (
        <FoundSettings found={search.found} onApply={onApply} />
      ) : null}
    </div>
  )
}

const Trying = ({ progress }: { readonly progress: SettingsSearch }) => {
  const { t } = useWords()
  const { now, tried, of } = progress
  return (
    <>
      <progress value={tried} max={of} aria-label={t('find.progress', { tried, of })} />
      <p className="device-soft">
        {t('find.progress', { tried, of })} ·{' '}
        {t('find.trying', {
          baud: String(now.baudRate),
          bits: now.dataBits,
          parity: t(`device.parity.${now.parity}`),
        })}
      </p>
    </>
  )
}
