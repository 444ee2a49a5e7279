import { HardDriveDownload, Printer, ReceiptText, Settings, TriangleAlert } from 'lucide-react'
import type { ComponentType } from 'react'
import type { AppStatus } from '../api/types.ts'
import { BackupPage } from '../features/backup/backup-page.tsx'
import { ReceiptsPage } from '../features/receipts/receipts-page.tsx'
import { ReviewPage } from '../features/review/review-page.tsx'
import { SettingsPage } from '../features/settings/settings-page.tsx'
import { SlipsPage } from '../features/slips/slips-page.tsx'
import type { OfficePageName } from './page-names.ts'

export interface OfficePageProps {
  readonly status: AppStatus
}

interface OfficePage {
  readonly icon: ComponentType<{ readonly size: number; readonly 'aria-hidden': 'true' }>
  readonly Page: ComponentType<OfficePageProps>
}

/** One line a page. Heavy ones (grid, pictures) come by `lazy`. */
export const officePages: Readonly<Record<OfficePageName, OfficePage>> = {
  review: { icon: TriangleAlert, Page: ReviewPage },
  receipts: { icon: ReceiptText, Page: ReceiptsPage },
  slips: { icon: Printer, Page: SlipsPage },
  backup: { icon: HardDriveDownload, Page: BackupPage },
  settings: { icon: Settings, Page: SettingsPage },
}
