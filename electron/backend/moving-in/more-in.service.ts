import { lastFour } from '#shared/phone.ts'
import type { Writer } from '../platform/db/statements.ts'
import type { Ids } from '../platform/ids.ts'
import type { PersonDraft } from './fields/person-row.ts'
import { addKeptDay, addMorePhone, addOwnValue, moreOf } from './people.repo.ts'

/**
 * Further numbers, kept days and the shop's own fields, where there are none yet.
 * @returns what was filled: `phones:N`, `days:N`, `own:FIELD` each; ids and counts alone, nothing of the person.
 */
export const bringMore = (tx: Writer, ids: Ids, draft: PersonDraft, id: number, at: number): string[] => {
  const filled: string[] = []
  const { morePhones, days, own } = draft
  const has = morePhones.length + days.length === 0 ? { phones: 0, days: 0 } : moreOf(tx, id)
  if (morePhones.length > 0 && has.phones === 0) {
    for (const phone of morePhones)
      addMorePhone(tx, { customer_id: id, phone, last_four: lastFour(phone), label: '' })
    filled.push(`phones:${morePhones.length}`)
  }
  if (days.length > 0 && has.days === 0) {
    for (const { name, lunar, leapMonth, year, month, day } of days)
      addKeptDay(tx, {
        id: ids.next(at),
        customer_id: id,
        name,
        calendar: lunar ? 'lunar' : 'solar',
        year,
        month,
        day,
        leap: leapMonth ? 1 : 0,
      })
    filled.push(`days:${days.length}`)
  }
  for (const { fieldId, text, number } of own)
    if (addOwnValue(tx, { customer_id: id, field_id: fieldId, text, number })) filled.push(`own:${fieldId}`)
  return filled
}

/** What a note of `filled` says of these three. */
export const moreFilled = (
  filled: readonly string[],
): { readonly phones: number; readonly days: number; readonly own: readonly number[] } => {
  const number = (name: string): number =>
    Number(filled.find((part) => part.startsWith(`${name}:`))?.slice(name.length + 1) ?? 0)
  return {
    phones: number('phones'),
    days: number('days'),
    own: filled.filter((part) => part.startsWith('own:')).map((part) => Number(part.slice(4))),
  }
}
