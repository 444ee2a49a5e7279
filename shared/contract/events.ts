import { z } from 'zod'
import { analyticsState } from './analytics.ts'
import { appStatus } from './app.ts'
import { backupProgress } from './backup.ts'
import { attachResult } from './counter.ts'
import { couponsProgress } from './coupons.ts'
import { printerStatus, settingsSearch, sourceStatus } from './devices.ts'
import { guestPlace, guestView, guestWatch } from './guest.ts'
import { healthState } from './health.ts'
import { openExportProgress } from './open-export.ts'
import { doorStatus } from './people.ts'
import { receiptRow } from './receipts.ts'
import { businessDate } from './values.ts'

/** Pushed from the backend to every window. A payload is enough to draw from; windows never poll. */
export const events = {
  'app.changed': appStatus,
  /** Somebody said who they are, or is gone again. */
  'door.changed': doorStatus,
  'receipt.arrived': receiptRow,
  'receipt.changed': receiptRow,
  /** Points of a customer were used, corrected or given back. */
  'points.changed': z.strictObject({ customerId: z.number().int() }),
  /** Prepaid was sold to somebody, used or given back. */
  'prepaid.changed': z.strictObject({ customerId: z.number().int() }),
  /** The waiting customer took a receipt as it came in. */
  'counter.attached': attachResult,
  'counter.waitingChanged': z.strictObject({ customerId: z.number().int().nullable() }),
  'review.changed': z.strictObject({ count: z.number().int() }),
  'source.status': sourceStatus,
  'source.search': settingsSearch,
  'printer.status': printerStatus,
  /** The state of moving in is another one, or has come further: ask for it. */
  'moving.changed': z.strictObject({}),
  'slip.printed': z.strictObject({ id: z.number().int() }),
  /** A slip was queued, began, ended or was called off: ask for the queue. */
  'slips.changed': z.strictObject({}),
  'coupons.progress': couponsProgress,
  'backup.progress': backupProgress,
  'health.changed': healthState,
  'openExport.progress': openExportProgress,
  /** Who is in which group was kept up to that business day. */
  'segments.kept': z.strictObject({ keptTo: businessDate.nullable() }),
  'analytics.progress': analyticsState,
  /** To the guest's own screen alone. */
  'guest.screen': guestView,
  'guest.watched': guestWatch,
  /** Where the guest's screen is to stand; said at start and when it was changed. */
  'guest.placed': guestPlace,
} as const
