import { useQuery } from '@tanstack/react-query'
import { Lock, PanelsTopLeft } from 'lucide-react'
import { api } from '../../api/api.ts'
import { queries } from '../../api/queries.ts'
import type { AppStatus } from '../../api/types.ts'
import { useNavigation } from '../../app/navigation.tsx'
import { useKeys } from '../../app/use-keys.ts'
import { useNow } from '../../app/use-now.ts'
import { useWords } from '../../app/words.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { useFailureToast } from '../../ui/use-failure-toast.ts'
import { standingOf } from '../backup/backup-words.ts'
import { StatusDot } from './status-dot.tsx'
import { StatusLink } from './status-link.tsx'
import { useCrowded } from './use-crowded.ts'
import { useDevices } from './use-devices.ts'

/** One line that says whether everything is well; two where the shop's name would be cut off otherwise. */
export const StatusBar = ({ status }: { readonly status: AppStatus }) => {
  const { t, moment } = useWords()
  const { go } = useNavigation()
  const bar = useCrowded<HTMLElement>('.status-brand')
  const failed = useFailureToast()
  const now = useNow(60_000)
  const { ready, pos, printer, printerProblem } = useDevices()
  const backup = status.lastBackup
  const standing = standingOf(backup, now)
  const door = useQuery(queries.door).data
  // Whoever is in goes out first; the counter stays open. Locking the ledger itself is the next press.
  const lock = (): void => {
    void api.call(door?.person == null ? 'ledger.lock' : 'door.leave', {}).catch(failed)
  }
  useKeys({ F10: status.demo ? undefined : lock })
  // Connected, and yet nothing comes out: no paper, an open cover.
  const stuck = printer === 'connected' && printerProblem !== null
  const printerWord = stuck ? 'stuck' : printer === 'waiting' ? 'connected' : printer
  return (
    <header className="status-bar" ref={bar}>
      <span className="status-brand">{status.shopName ?? t('app.name')}</span>
      <div className="status-states">
        {ready ? (
          <>
            <StatusDot health={pos}>{t(`status.pos.${pos}`)}</StatusDot>
            <StatusDot health={stuck ? 'away' : printer}>{t(`status.printer.${printerWord}`)}</StatusDot>
          </>
        ) : null}
        <StatusLink look={`status-backup ${standing}`} onPress={() => go('backup')}>
          {t(`status.backup.${standing}`, { when: backup === null ? '' : moment(backup.at, now) })}
        </StatusLink>
        {status.room === 'disk-low' ? (
          <StatusLink onPress={() => go('backup')}>
            <Badge tone="red">{t('status.room')}</Badge>
          </StatusLink>
        ) : null}
        {status.clock === null ? null : (
          <StatusLink onPress={() => go('backup')}>
            <Badge tone="red">{t('status.clock')}</Badge>
          </StatusLink>
        )}
      </div>
      <span className="status-space" />
      <div className="status-actions">
        {door?.person == null ? null : <span className="status-person">{door.person.name}</span>}
        {status.demo ? <Badge tone="gold">{t('status.demo')}</Badge> : null}
        {status.demo ? null : (
          <Button keepFocus look="quiet" size="large" keyCap="F10" onPress={lock}>
            <Lock size={22} aria-hidden="true" />
            {t(door?.person == null ? 'nav.lock' : 'door.leave')}
          </Button>
        )}
        <Button keepFocus look="quiet" size="large" keyCap="F9" onPress={() => go('settings')}>
          <PanelsTopLeft size={22} aria-hidden="true" />
          {t('nav.office')}
        </Button>
      </div>
    </header>
  )
}
