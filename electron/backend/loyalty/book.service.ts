import type { CallOutput } from '#shared/contract/index.ts'
import type { BusinessDate } from '#shared/dates.ts'
import { maskPhone } from '#shared/phone.ts'
import { consentsTo } from '../customers/consents/consents.service.ts'
import type { Clock } from '../platform/clock.ts'
import type { Reader, UnitOfWork } from '../platform/db/statements.ts'
import type { Ids } from '../platform/ids.ts'
import {
  addNotice,
  holders,
  keepReminder,
  lastCheck,
  noticeSums,
  noticesDue,
  openByMonths,
  readReminder,
  type Stage,
  usedAndEnded,
} from './book.repo.ts'
import { shownCheck } from './checking.service.ts'
import { dayByClock } from './day.service.ts'
import { endAfter } from './lots.ts'
import { spanOf, stages } from './stages.ts'

/** What the shop owes in points, and whom it has to tell. */
export interface Book {
  read(): CallOutput<'points.book'>
  notices(stage: Stage): CallOutput<'points.notices'>
  told(stage: Stage, people: readonly { customerId: number; endsOn: BusinessDate }[]): void
  /** Seconds after which the counter reminds that nobody was asked; 0 for never. */
  reminder(): number
  saveReminder(seconds: number): void
}

const yearMs = 365 * 86_400_000
/** Months after which a claim for points is prescribed (five years), and from when on that is shown. */
const prescribedMonths = 60
const soonMonths = 56
const usualReminder = 20

export const createBook = (reader: Reader, unit: UnitOfWork, ids: Ids, clock: Clock): Book => {
  const today = (): BusinessDate => dayByClock(reader, clock.now())
  const monthAgo = (months: number): string => (endAfter(today(), -months) ?? today()).slice(0, 7)

  return {
    read() {
      const day = today()
      const parts = openByMonths(reader)
      const open = sum(parts)
      const { used, ended } = usedAndEnded(reader, clock.now() - yearMs)
      const usedShare = used + ended === 0 ? null : used / (used + ended)
      const since = (month: string) => sum(parts.filter((part) => part.start_month < month))
      const reached = since(monthAgo(prescribedMonths))
      const check = lastCheck(reader)
      return {
        today: day,
        open,
        ...holders(reader),
        months: [...Map.groupBy(parts, (part) => part.end_month)].map(([month, own]) => ({
          month,
          points: sum(own),
          lots: own.reduce((all, part) => all + part.lots, 0),
        })),
        usedShare,
        expectedUse: usedShare === null ? open : Math.round(open * usedShare),
        fiveYears: { reached, soon: since(monthAgo(soonMonths)) - reached },
        notices: stages.map((stage) => ({ stage, ...noticeSums(reader, ...spanOf(day, stage), stage) })),
        lastCheck: check === undefined ? null : shownCheck(check),
      }
    },
    notices: (stage) =>
      noticesDue(reader, ...spanOf(today(), stage), stage).map((row) => ({
        customerId: row.customer_id,
        name: row.name,
        maskedPhone: row.phone === null ? null : maskPhone(row.phone),
        marketing: consentsTo(reader, row.customer_id, 'marketing'),
        points: row.points,
        endsOn: row.ends_on,
        told: row.told === 1,
      })),
    told(stage, people) {
      unit.write((tx) => {
        for (const { customerId, endsOn } of people)
          addNotice(tx, {
            id: ids.next(clock.now()),
            customer_id: customerId,
            ends_on: endsOn,
            stage,
            at: clock.now(),
          })
      })
    },
    reminder: () => readReminder(reader) ?? usualReminder,
    saveReminder(seconds) {
      unit.write((tx) => keepReminder(tx, seconds))
    },
  }
}

const sum = (parts: readonly { readonly points: number }[]): number =>
  parts.reduce((all, part) => all + part.points, 0)
