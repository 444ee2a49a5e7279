/** Pages behind the counter in the rail's order; the words of each are `nav.NAME`. */
export const officePageNames = ['review', 'customers', 'receipts', 'slips', 'backup', 'settings'] as const
export type RailPageName = (typeof officePageNames)[number]
/** Pages that other pages lead to: the rail does not have them. */
export type InnerPageName = 'sheet'
export type OfficePageName = RailPageName | InnerPageName
