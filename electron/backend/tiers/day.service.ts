import { type BusinessDate, businessDate, type EpochMs } from '#shared/dates.ts'
import type { Reader } from '../platform/db/statements.ts'
import { readShop } from '../shop/shop.service.ts'
import { latestDays } from './day.repo.ts'
import { likelyDay } from './likely-day.ts'

/** See `likelyDay`; of this shop, at this moment. */
export const dayOf = (reader: Reader, at: EpochMs): BusinessDate =>
  likelyDay(businessDate(at, readShop(reader).closes_at_hour), latestDays(reader))
