import { useQuery } from '@tanstack/react-query'
import { api } from '../../api/api.ts'
import { keys } from '../../api/keys.ts'
import { useNow } from '../../app/use-now.ts'
import { useWords } from '../../app/words.ts'
import { Notice } from '../../ui/notice.tsx'
import { sizeText } from './backup-words.ts'

/** What the journal takes on this PC, and whether there is room for more. */
export const JournalSection = () => {
  const { t, moment } = useWords()
  const now = useNow(60_000)
  const journal = useQuery({
    queryKey: keys.backupJournal,
    queryFn: () => api.call('backup.journal', {}),
    refetchOnMount: 'always',
  }).data
  if (journal === undefined) return null
  const { bytes, since, freeBytes, room } = journal
  return (
    <section className="backup-section" aria-label={t('journal.title')}>
      <h2>{t('journal.title')}</h2>
      <p className="backup-soft">{t('journal.lead')}</p>
      <dl className="backup-figures">
        <div>
          <dt>{t('journal.size')}</dt>
          <dd>{sizeText(bytes)}</dd>
        </div>
        <div>
          <dt>{t('journal.since')}</dt>
          <dd>{since === null ? t('journal.nothing') : moment(since, now)}</dd>
        </div>
        <div>
          <dt>{t('journal.free')}</dt>
          <dd>{freeBytes === null ? t('journal.unknown') : sizeText(freeBytes)}</dd>
        </div>
      </dl>
      {room === 'fine' ? null : (
        <Notice tone={room === 'disk-low' ? 'bad' : 'warn'} role="alert">
          {t(`journal.${room}`)}
        </Notice>
      )}
    </section>
  )
}
