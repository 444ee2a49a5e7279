import type { z } from 'zod'
import { accessMethods } from './access.ts'
import { analyticsMethods } from './analytics.ts'
import { appMethods } from './app.ts'
import { backupMethods } from './backup.ts'
import { counterMethods } from './counter.ts'
import { couponMethods } from './coupons.ts'
import { customerConsentMethods } from './customer-consents.ts'
import { customerJoiningMethods, customerLeavingMethods } from './customer-joining.ts'
import { customerPageMethods } from './customer-page.ts'
import { customerMethods } from './customers.ts'
import { deviceMethods } from './devices.ts'
import { events } from './events.ts'
import { guestMethods } from './guest.ts'
import { healthMethods } from './health.ts'
import { labelMethods } from './labels.ts'
import { ledgerMethods } from './ledger.ts'
import { loyaltyMethods } from './loyalty.ts'
import type { MethodSpec } from './method.ts'
import { movingMethods } from './moving.ts'
import type { EventName, MethodName } from './names.ts'
import { openExportMethods } from './open-export.ts'
import { peopleMethods } from './people.ts'
import { prepaidMethods } from './prepaid.ts'
import { productMethods } from './products.ts'
import { receiptMethods } from './receipts.ts'
import { segmentMethods } from './segments.ts'
import { sheetMethods } from './sheets.ts'
import { slipTemplateMethods } from './slip-templates.ts'
import { slipMethods } from './slips.ts'
import { stampMethods } from './stamps.ts'
import { teachingMethods } from './teaching.ts'
import { tierMethods } from './tiers.ts'

/** Every call a window may make, with its shapes both ways. */
export const methods = {
  ...appMethods,
  ...ledgerMethods,
  ...openExportMethods,
  ...healthMethods,
  ...peopleMethods,
  ...accessMethods,
  ...customerMethods,
  ...customerPageMethods,
  ...customerConsentMethods,
  ...customerJoiningMethods,
  ...customerLeavingMethods,
  ...movingMethods,
  ...productMethods,
  ...receiptMethods,
  ...teachingMethods,
  ...sheetMethods,
  ...labelMethods,
  ...counterMethods,
  ...slipTemplateMethods,
  ...slipMethods,
  ...loyaltyMethods,
  ...tierMethods,
  ...stampMethods,
  ...couponMethods,
  ...prepaidMethods,
  ...deviceMethods,
  ...segmentMethods,
  ...backupMethods,
  ...analyticsMethods,
  ...guestMethods,
} satisfies Record<MethodName, MethodSpec>

export { events }

type Methods = typeof methods
type Events = typeof events
export type CallInput<M extends MethodName> = z.input<Methods[M]['input']>
export type CallParsed<M extends MethodName> = z.output<Methods[M]['input']>
export type CallOutput<M extends MethodName> = z.output<Methods[M]['output']>
export type EventPayload<E extends EventName> = z.output<Events[E]>
export type { EventName, MethodName } from './names.ts'
