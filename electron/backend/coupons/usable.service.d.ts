import type { EpochMs } from '#shared/dates.ts'
import type { Reader } from '../platform/db/statements.ts'
/** How many coupons somebody could use today. */
export declare const usableCoupons: (reader: Reader, customerId: number, at: EpochMs) => number
