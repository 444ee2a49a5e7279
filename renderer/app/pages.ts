import {
  ChartColumn,
  Coins,
  FolderInput,
  HardDriveDownload,
  IdCard,
  Moon,
  Package,
  Printer,
  ReceiptText,
  Settings,
  Shapes,
  Sheet,
  Ticket,
  TriangleAlert,
  UserRound,
  Users,
  UsersRound,
} from 'lucide-react'
import { type ComponentType, lazy } from 'react'
import type { AppStatus } from '../api/types.ts'
import { BackupPage } from '../features/backup/backup-page.tsx'
import { ReceiptsPage } from '../features/receipts/receipts-page.tsx'
import { ReviewPage } from '../features/review/review-page.tsx'
import { SettingsPage } from '../features/settings/settings-page.tsx'
import { SlipsPage } from '../features/slips/slips-page.tsx'
import type { OfficePageName } from './page-names.ts'

const CustomerPage = lazy(() => import('../features/customers/customer-page.tsx'))
const CustomersSheet = lazy(() => import('../features/sheets/customers-page.tsx'))
const DuplicatesPage = lazy(() => import('../features/customers/duplicates-page.tsx'))
const EveningPage = lazy(() => import('../features/evening/evening-page.tsx'))
const LabelsPage = lazy(() => import('../features/labels/labels-page.tsx'))
const MovingPage = lazy(() => import('../features/moving-in/moving-page.tsx'))
const ReportPage = lazy(() => import('../features/report/report-page.tsx'))
const PicturesPage = lazy(() => import('../features/pictures/pictures-page.tsx'))
const PeoplePage = lazy(() => import('../features/people/people-page.tsx'))
const PointsPage = lazy(() => import('../features/loyalty/points-page.tsx'))
const RewardsPage = lazy(() => import('../features/rewards/rewards-page.tsx'))
const SegmentsPage = lazy(() => import('../features/segments/segments-page.tsx'))
const ProductsPage = lazy(() => import('../features/products/products-page.tsx'))
const SlipEditorPage = lazy(() => import('../features/slip-editor/editor-page.tsx'))
const SheetPage = lazy(() => import('../features/sheets/sheet-page.tsx'))

export interface OfficePageProps {
  readonly status: AppStatus
}

interface OfficePage {
  readonly icon: ComponentType<{ readonly size: number; readonly 'aria-hidden': 'true' }>
  readonly Page: ComponentType<OfficePageProps>
}

/** One line a page. Heavy ones (grid, pictures) come by `lazy`. */
export const officePages: Readonly<Record<OfficePageName, OfficePage>> = {
  evening: { icon: Moon, Page: EveningPage },
  pictures: { icon: ChartColumn, Page: PicturesPage },
  report: { icon: ChartColumn, Page: ReportPage },
  labels: { icon: Printer, Page: LabelsPage },
  review: { icon: TriangleAlert, Page: ReviewPage },
  customers: { icon: Users, Page: CustomersSheet },
  customer: { icon: UserRound, Page: CustomerPage },
  duplicates: { icon: UsersRound, Page: DuplicatesPage },
  sheet: { icon: Sheet, Page: SheetPage },
  moving: { icon: FolderInput, Page: MovingPage },
  segments: { icon: Shapes, Page: SegmentsPage },
  products: { icon: Package, Page: ProductsPage },
  receipts: { icon: ReceiptText, Page: ReceiptsPage },
  slips: { icon: Printer, Page: SlipsPage },
  slipEditor: { icon: Printer, Page: SlipEditorPage },
  points: { icon: Coins, Page: PointsPage },
  rewards: { icon: Ticket, Page: RewardsPage },
  backup: { icon: HardDriveDownload, Page: BackupPage },
  people: { icon: IdCard, Page: PeoplePage },
  settings: { icon: Settings, Page: SettingsPage },
}
