import { ChevronRight, CircleCheck } from 'lucide-react'
import type { AppStatus } from '../../api/types.ts'
import { useNavigation } from '../../app/navigation.tsx'
import { useNow } from '../../app/use-now.ts'
import { useWords } from '../../app/words.ts'
import { standingOf } from '../backup/backup-words.ts'
import { LastBackup } from '../backup/last-backup.tsx'
import { counted } from '../pictures/compact.ts'
import { useOpenReceipts } from '../pictures/use-open-behind.ts'
import type { Evening } from './sentences.ts'

/** What is left to be done before going home, and whether the backup was made. */
export const ToDo = ({ evening, status }: { readonly evening: Evening; readonly status: AppStatus }) => {
  const { t } = useWords()
  const { go } = useNavigation()
  const now = useNow(60_000)
  const openReceipts = useOpenReceipts()
  const { review, nameless, date } = evening
  const backupDue = !status.demo && standingOf(status.lastBackup, now) !== 'proven'
  const tasks = [
    ...(review === 0 ? [] : [{ words: t('evening.doReview', counted(review)), act: () => go('review') }]),
    ...(nameless === 0
      ? []
      : [
          {
            words: t('evening.doNameless', counted(nameless)),
            act: () =>
              openReceipts(
                { range: { from: date, to: date }, guests: false },
                t('evening.namelessTitle', { date }),
              ),
          },
        ]),
    ...(status.clock === null ? [] : [{ words: t('evening.doClock'), act: () => go('backup') }]),
    ...(status.room === 'disk-low' ? [{ words: t('evening.doRoom'), act: () => go('backup') }] : []),
    ...(backupDue ? [{ words: t('evening.doBackup'), act: () => go('backup') }] : []),
  ]
  return (
    <section className="evening-part" aria-labelledby="evening-to-do">
      <h2 id="evening-to-do">{t('evening.toDo')}</h2>
      {tasks.length === 0 ? (
        <p className="evening-done">
          <CircleCheck size={22} aria-hidden="true" />
          {t('evening.toDoNone')}
        </p>
      ) : (
        <ul>
          {tasks.map(({ words, act }) => (
            <li key={words}>
              <button type="button" className="evening-task" onClick={act}>
                {words}
                <ChevronRight size={20} aria-hidden="true" />
              </button>
            </li>
          ))}
        </ul>
      )}
      {status.demo ? null : <LastBackup last={status.lastBackup} />}
    </section>
  )
}
