/** Pages behind the counter in the rail's order; the words of each are `nav.NAME`. */
export const officePageNames = ['review', 'receipts', 'slips', 'backup', 'settings'] as const
export type OfficePageName = (typeof officePageNames)[number]
