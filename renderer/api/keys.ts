/** Names of what the windows keep; one place, so that events and pages mean the same thing. */
export const keys = {
  status: ['app.status'],
  shop: ['shop.get'],
  receipts: ['receipts.recent'],
  today: ['counter.today'],
  waiting: ['counter.waiting'],
  review: ['review.list'],
  slips: ['slips.recent'],
  sources: ['sources.list'],
  sourceStatus: ['sources.status'],
  printers: ['printers.list'],
  printerStatus: ['printers.status'],
  ports: ['devices.ports'],
  card: (customerId: number) => ['customers.card', customerId],
  search: (query: string) => ['customers.search', query],
} as const
