import { useQuery } from '@tanstack/react-query'
import { ArrowLeft, HardDriveDownload, Printer, ReceiptText, Settings, TriangleAlert } from 'lucide-react'
import { queries } from '../api/queries.ts'
import type { AppStatus } from '../api/types.ts'
import { BackupPage } from '../features/backup/backup-page.tsx'
import { ReceiptsPage } from '../features/receipts/receipts-page.tsx'
import { ReviewPage } from '../features/review/review-page.tsx'
import { SettingsPage } from '../features/settings/settings-page.tsx'
import { SlipsPage } from '../features/slips/slips-page.tsx'
import { KeyCap } from '../ui/key-cap.tsx'
import { useNavigation } from './navigation.tsx'
import './office.css'
import { useKeys } from './use-keys.ts'
import { useWords } from './words.ts'

const rail = [
  { page: 'review', icon: TriangleAlert },
  { page: 'receipts', icon: ReceiptText },
  { page: 'slips', icon: Printer },
  { page: 'backup', icon: HardDriveDownload },
  { page: 'settings', icon: Settings },
] as const

/** Escape out of a half-filled field must not throw it away. */
const isWriting = (): boolean =>
  document.activeElement?.matches('input:not([type=radio], [type=checkbox]), textarea') ?? false

/** Behind the counter: a narrow rail and one page. */
const Office = ({ status }: { readonly status: AppStatus }) => {
  const { t } = useWords()
  const { page, go } = useNavigation()
  const review = useQuery(queries.today).data?.review ?? 0
  useKeys({
    F9: () => go('counter'),
    Escape: () => {
      if (!isWriting()) go('counter')
    },
  })
  return (
    <div className="office">
      <nav className="rail" aria-label={t('nav.label')}>
        <button type="button" className="rail-item rail-back" onClick={() => go('counter')}>
          <ArrowLeft size={24} aria-hidden="true" />
          {t('nav.counter')}
          <KeyCap>F9</KeyCap>
        </button>
        {rail.map(({ page: target, icon: Icon }) => (
          <button
            key={target}
            type="button"
            className={target === page ? 'rail-item current' : 'rail-item'}
            aria-current={target === page ? 'page' : undefined}
            onClick={() => go(target)}
          >
            <Icon size={24} aria-hidden="true" />
            {t(`nav.${target}`)}
            {target === 'review' && review > 0 ? <span className="rail-count">{review}</span> : null}
          </button>
        ))}
      </nav>
      <main className="office-page">
        {page === 'review' ? <ReviewPage /> : null}
        {page === 'receipts' ? <ReceiptsPage /> : null}
        {page === 'slips' ? <SlipsPage /> : null}
        {page === 'backup' ? <BackupPage status={status} /> : null}
        {page === 'settings' ? <SettingsPage status={status} /> : null}
      </main>
    </div>
  )
}

export default Office
