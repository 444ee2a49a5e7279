/** Names without schemas: the sandboxed preload cannot load zod, so its allow-list lives here. */
export const methodNames = [
  'app.status',
  'shop.get',
  'shop.save',
  'ledger.create',
  'ledger.confirmRecovery',
  'ledger.openDemo',
  'ledger.leaveDemo',
  'ledger.unlock',
  'ledger.unlockWithRecovery',
  'ledger.lock',
  'ledger.setUnattendedStart',
  'customers.search',
  'customers.card',
  'customers.join',
  'customers.edit',
  'customers.consentWording',
  'receipts.recent',
  'receipts.paper',
  'review.list',
  'review.paper',
  'review.dismiss',
  'counter.attach',
  'counter.detach',
  'counter.takeNext',
  'counter.waiting',
  'counter.today',
  'slips.reprint',
  'slips.recent',
  'devices.ports',
  'sources.list',
  'sources.status',
  'sources.save',
  'sources.remove',
  'sources.importFile',
  'printers.list',
  'printers.status',
  'printers.save',
  'printers.remove',
  'printers.test',
] as const
export type MethodName = (typeof methodNames)[number]

export const eventNames = [
  'app.changed',
  'receipt.arrived',
  'receipt.changed',
  'counter.attached',
  'counter.waitingChanged',
  'review.changed',
  'source.status',
  'printer.status',
  'slip.printed',
] as const
export type EventName = (typeof eventNames)[number]

/** The two IPC channels between a window and main. */
export const callChannel = 'dangol:call'
export const eventChannel = 'dangol:event'
