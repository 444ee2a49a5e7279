/**
 * Every failure that may reach a screen. Each code has a Korean and an English sentence in `i18n`
 * (checked by the types: the word lists are keyed by this union).
 */
export const errorCodes = [
  // calls
  'call.unknown-method',
  'call.bad-input',
  'call.bad-output',
  'call.not-trusted',
  'call.backend-away',
  'internal',
  // people and their PINs
  'door.pin-needed',
  'door.wrong-pin',
  'door.wait',
  'person.not-found',
  'person.name-taken',
  'person.owner-first',
  'person.last-owner',
  // ledger and keys
  'ledger.none',
  'ledger.missing',
  'ledger.exists',
  'ledger.locked',
  'ledger.wrong-passphrase',
  'ledger.wrong-recovery-code',
  'ledger.weak-passphrase',
  'ledger.recovery-not-confirmed',
  'ledger.empty-file',
  'ledger.damaged',
  'ledger.newer-version',
  'ledger.key-file-missing',
  'ledger.key-file-damaged',
  'ledger.key-file-weakened',
  'ledger.keychain-away',
  'ledger.foreign-parts',
  'ledger.journal-damaged',
  'ledger.copy-missing',
  'ledger.copy-damaged',
  'ledger.copy-foreign',
  'ledger.disk-full',
  'ledger.in-use',
  'ledger.io',
  // customers
  'customer.not-found',
  'customer.phone-taken',
  'customer.phone-invalid',
  'customer.name-missing',
  'customer.consent-required',
  // points
  'points.too-few',
  'points.under-least',
  'points.not-found',
  'points.undo-too-late',
  'points.undone-already',
  'points.bonus-not-offered',
  'points.bonus-given-already',
  'points.rule-in-the-past',
  'points.rule-holds-already',
  'points.rule-uneven-steps',
  'points.rule-not-found',
  // groups of customers
  'segment.not-found',
  'segment.name-taken',
  'segment.circular',
  'segment.in-use',
  // moving in
  'moving.password',
  'moving.old-excel',
  'moving.html',
  'moving.not-a-table',
  'moving.too-large',
  'moving.damaged',
  'moving.empty',
  'moving.no-file',
  'moving.busy',
  'moving.not-checked',
  'moving.cancelled',
  'moving.run-not-found',
  // receipts
  'receipt.not-found',
  'receipt.not-attached',
  'receipt.attached-elsewhere',
  'receipt.not-countable',
  'paper.not-found',
  'paper.gone',
  // teaching
  'teaching.bad-profile',
  'teaching.name-taken',
  'teaching.not-found',
  'teaching.cannot-correct',
  // sheets
  'sheet.unknown-column',
  'sheet.filter-misfit',
  'sheet.cell-fixed',
  'sheet.cell-invalid',
  'sheet.cell-conflict',
  'sheet.row-gone',
  'sheet.nothing-to-undo',
  'sheet.too-many',
  'sheet.view-gone',
  // devices
  'source.not-found',
  'source.port-away',
  'source.port-busy',
  'source.port-denied',
  'source.tcp-port-busy',
  'source.printer-away',
  'source.printer-holds',
  'source.to-itself',
  'source.folder-away',
  'source.file-unreadable',
  'source.file-too-large',
  'printer.none',
  'printer.not-found',
  'printer.away',
  'printer.busy',
  'printer.port-denied',
  'printer.paper-out',
  'printer.cover-open',
  'printer.offline',
  'printer.fault',
  'printer.text-not-printable',
  'slip.not-found',
  // stamps, tiers, coupons
  'coupon.not-found',
  'coupon.forged',
  'coupon.used',
  'coupon.withdrawn',
  'coupon.ended',
  'coupon.not-yet',
  'coupon.not-now',
  'coupon.least-spend',
  'coupon.no-item',
  'coupon.other-person',
  'coupon.not-used',
  'coupon.cannot-give',
  'coupon.kind-not-found',
  'stamp.card-not-found',
  'tier.not-found',
  'reward.date-past',
  // papers asked about
  'review.not-asked',
  'review.given-back',
  'review.cannot-give-back',
  // pictures
  'analytics.cannot-print',
  // backup
  'backup.target-away',
  'backup.target-io',
  'backup.target-read-only',
  'backup.no-space',
  'backup.file-too-large',
  'backup.running',
  'backup.cancelled',
  'backup.not-in-demo',
] as const

export type ErrorCode = (typeof errorCodes)[number]

/** Thrown inside the backend; the router turns it into a `Failure`. */
export class DangolError extends Error {
  readonly code: ErrorCode
  readonly params: Readonly<Record<string, string | number>>
  constructor(code: ErrorCode, params: Record<string, string | number> = {}, options?: ErrorOptions) {
    super(code, options)
    this.name = 'DangolError'
    this.code = code
    this.params = params
  }
}

export const isDangolError = (error: unknown): error is DangolError => error instanceof DangolError
