import { type BusinessDate, businessDate, type EpochMs } from '#shared/dates.ts'
import type { Reader } from '../platform/db/statements.ts'
import { readShop } from '../shop/shop.service.ts'
import { latestDays } from './day.repo.ts'
import { trustedDay } from './trusted-day.ts'

/** See `trustedDay`; of this shop, at this moment. */
export const dayOf = (reader: Reader, at: EpochMs): BusinessDate =>
  trustedDay(businessDate(at, readShop(reader).closes_at_hour), latestDays(reader))
