import type { Reader } from '../platform/db/statements.ts'
import { latestTerms } from './terms.repo.ts'

/** What a kind of coupon is called now; null where there is none. */
export const kindName = (reader: Reader, kindId: number): string | null =>
  latestTerms(reader, kindId)?.terms.name ?? null
