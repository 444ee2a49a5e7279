import { CircleCheck, TriangleAlert } from 'lucide-react'
import type { AppStatus } from '../../api/types.ts'
import { useNow } from '../../app/use-now.ts'
import { useWords } from '../../app/words.ts'
import { standingOf } from './backup-words.ts'

/** The line that counts: when the last copy was made, and whether it was proven. */
export const LastBackup = ({ last }: { readonly last: AppStatus['lastBackup'] }) => {
  const { t, moment } = useWords()
  const now = useNow(60_000)
  const standing = standingOf(last, now)
  const Icon = standing === 'proven' ? CircleCheck : TriangleAlert
  return (
    <section className={`backup-last ${standing}`}>
      <Icon size={36} aria-hidden="true" />
      <div>
        <h2>{t(`backup.last.${standing}`, { when: last === null ? '' : moment(last.at, now) })}</h2>
        <p>{t(`backup.last.${standing}Hint`)}</p>
      </div>
    </section>
  )
}
