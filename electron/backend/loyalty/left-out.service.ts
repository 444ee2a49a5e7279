import type { Won } from '#shared/won.ts'
import type { Writer } from '../platform/db/statements.ts'
import { keepLeftOut, leftOutOf } from './left-out.repo.ts'

/** So much of a sale gives no points; whoever says so afterwards has them settled again (`Loyalty.adjust`). */
export const leaveOut = (tx: Writer, saleId: number, won: Won): void => {
  if (leftOutOf(tx, saleId) !== won) keepLeftOut(tx, saleId, won)
}
