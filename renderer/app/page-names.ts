import type { Role } from '#shared/roles.ts'

/** Pages behind the counter in the rail's order; the words of each are `nav.NAME`. */
export const officePageNames = [
  'evening',
  'review',
  'customers',
  'pictures',
  'segments',
  'receipts',
  'products',
  'slips',
  'points',
  'rewards',
  'backup',
  'people',
  'settings',
] as const
export type RailPageName = (typeof officePageNames)[number]
/** Pages that other pages lead to: the rail does not have them. */
export type InnerPageName =
  | 'sheet'
  | 'moving'
  | 'customer'
  | 'duplicates'
  | 'report'
  | 'labels'
  | 'slipEditor'
/** Who may open it; everything that is not here is the manager's. */
const staffPages: ReadonlySet<string> = new Set([
  'evening',
  'pictures',
  'report',
  'labels',
  'review',
  'customers',
  'customer',
  'sheet',
  'receipts',
  'products',
  'slips',
  'backup',
])
export const roleForPage = (page: OfficePageName): Role => {
  if (page === 'people') return 'owner'
  return staffPages.has(page) ? 'staff' : 'manager'
}
export type OfficePageName = RailPageName | InnerPageName
