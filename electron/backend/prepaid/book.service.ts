import type { CallOutput } from '#shared/contract/index.ts'
import { addDays, type BusinessDate } from '#shared/dates.ts'
import { maskPhone } from '#shared/phone.ts'
import { dayByClock } from '../loyalty/day.service.ts'
import { endAfter } from '../loyalty/lots.ts'
import { spanOf } from '../loyalty/stages.ts'
import type { Clock } from '../platform/clock.ts'
import type { Reader, UnitOfWork } from '../platform/db/statements.ts'
import type { Ids } from '../platform/ids.ts'
import {
  addNotice,
  endedSince,
  lastCheck,
  noticesDue,
  openByMonth,
  openHolders,
  type Stage,
} from './book.repo.ts'
import { shownCheck } from './checking.service.ts'
import { reckonIfOpen } from './giving-back.service.ts'
import { findHolding } from './holdings.repo.ts'

/** What the shop owes in prepaid, and whom it has to tell. */
export interface PrepaidBook {
  read(): CallOutput<'prepaid.book'>
  notices(stage: Stage): CallOutput<'prepaid.notices'>
  told(stage: Stage, holdingIds: readonly number[]): void
}

const fiveYears = 60

export const createPrepaidBook = (reader: Reader, unit: UnitOfWork, ids: Ids, clock: Clock): PrepaidBook => {
  const today = (): BusinessDate => dayByClock(reader, clock.now())

  /** What would be given back if everybody came whose day is over, as long as the law says so. */
  const ended = (day: BusinessDate): { holdings: number; won: number } => {
    const won = endedSince(reader, endAfter(addDays(day, -1), -fiveYears) ?? day).flatMap((id) => {
      const reckoned = reckonIfOpen(reader, id, 'guest', day)
      return reckoned?.rule === 'ended' && reckoned.won > 0 ? [reckoned.won] : []
    })
    return { holdings: won.length, won: sum(won) }
  }

  return {
    read() {
      const months = openByMonth(reader)
      const check = lastCheck(reader)
      return {
        open: sum(months.map((month) => month.won)),
        bonus: sum(months.map((month) => month.bonus)),
        holdings: sum(months.map((month) => month.holdings)),
        ...openHolders(reader),
        months,
        ended: ended(today()),
        lastCheck: check === undefined ? null : shownCheck(check),
      }
    },
    notices: (stage) =>
      noticesDue(reader, ...spanOf(today(), stage), stage).map((row) => ({
        holdingId: row.id,
        customerId: row.customer_id,
        customerName: row.customer_name,
        maskedPhone: row.phone === null ? null : maskPhone(row.phone),
        name: row.name,
        unit: row.unit,
        left: row.left,
        endsOn: row.ends_on,
        told: row.told === 1,
      })),
    told(stage, holdingIds) {
      const at = clock.now()
      unit.write((tx) => {
        for (const id of holdingIds) {
          const endsOn = findHolding(tx, id)?.ends_on ?? null
          if (endsOn !== null) addNotice(tx, { id: ids.next(at), holding_id: id, ends_on: endsOn, stage, at })
        }
      })
    },
  }
}

const sum = (values: readonly number[]): number => values.reduce((all, one) => all + one, 0)
