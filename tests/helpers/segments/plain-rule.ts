import { stageOf } from '#backend/segments/life-cycle.ts'
import { daysOf } from '#backend/segments/period.ts'
import { readyIdsOf } from '#backend/segments/ready-groups.ts'
import { scoresOf } from '#backend/segments/rfm.ts'
import type { Condition, Period, Rule } from '#shared/contract/segment-rule.ts'
import { daysBetween } from '#shared/dates.ts'
import type { PlainPerson, PlainShop } from './plain-people.ts'

/** A rule about somebody, told by plain arithmetic over their receipts: what the SQL has to agree with. */
export const holds = (rule: Rule, person: PlainPerson, shop: PlainShop): boolean => {
  if ('all' in rule) return rule.all.every((part) => holds(part, person, shop))
  if ('any' in rule) return rule.any.some((part) => holds(part, person, shop))
  if ('not' in rule) return !holds(rule.not, person, shop)
  return isTrue(rule, person, shop)
}

const compare = (value: number | null, at: 'least' | 'most', limit: number): boolean =>
  value !== null && (at === 'least' ? value >= limit : value <= limit)

const within = (date: string, period: Period | null, asOf: string): boolean => {
  if (period === null) return true
  const { from, to } = daysOf(period, asOf)
  return date >= from && date <= to
}

const isTrue = (one: Condition, person: PlainPerson, shop: PlainShop): boolean => {
  const { guest, receipts } = person
  const { asOf, settings, limits } = shop
  switch (one.is) {
    case 'figure': {
      const { visits, spend, lastVisit } = guest
      const value = {
        visits,
        spend,
        points: person.points,
        rhythm: person.rhythm,
        average: visits === 0 ? null : spend / visits,
        away: lastVisit === null ? null : daysBetween(lastVisit, asOf),
      }[one.of]
      return compare(value, one.at, one.value)
    }
    case 'during': {
      const own = receipts.filter(({ date }) => within(date, one.period, asOf))
      const visits = new Set(own.filter(({ visit }) => visit).map(({ date }) => date)).size
      const spend = own.reduce((sum, { total }) => sum + total, 0)
      const average = visits === 0 ? null : spend / visits
      return compare({ visits, spend, average }[one.of], one.at, one.value)
    }
    case 'date': {
      const date = { first: guest.firstVisit, last: guest.lastVisit, joined: guest.joinedOn }[one.of]
      if (date === null) return false
      const { from, to } = daysOf(one.period, asOf)
      return one.when === 'in' ? date >= from && date <= to : one.when === 'before' ? date < from : date > to
    }
    case 'time': {
      const { fromHour, toHour } = one
      const days = receipts.filter(
        ({ visit, date, hour }) =>
          visit &&
          within(date, one.period, asOf) &&
          one.weekdays.includes(new Date(`${date}T00:00:00Z`).getUTCDay()) &&
          (fromHour < toHour ? hour >= fromHour && hour < toHour : hour >= fromHour || hour < toHour),
      )
      return new Set(days.map(({ date }) => date)).size >= one.value
    }
    case 'bought': {
      const { what } = one
      const lines = receipts
        .filter(({ date }) => within(date, one.period, asOf))
        .flatMap((receipt) => receipt.lines)
        .filter((line) => {
          if (what.kind === 'product') return line.product === shop.shownAs(what.id)
          return what.kind === 'category' ? line.category === what.id : line.shownName.includes(what.text)
        })
      const sum = lines.reduce((all, line) => all + (one.count === 'pieces' ? line.pieces : line.won), 0)
      return compare(sum, one.at, one.value)
    }
    case 'stage': {
      const stage = stageOf(guest, asOf, settings)
      return stage !== null && one.stages.includes(stage)
    }
    case 'score': {
      if (guest.lastVisit === null) return false
      const score = scoresOf({ ...guest, lastVisit: guest.lastVisit }, asOf, limits)[one.of]
      return score >= one.from && score <= one.to
    }
    case 'member':
      return readyIdsOf(guest, asOf, settings, limits).includes(one.segmentId)
    case 'consent':
      return (one.of === 'required' || (one.of === 'marketing' && person.marketing)) === one.given
    case 'tag':
      return person.tags.includes(one.tagId)
    case 'text': {
      const text = { name: person.name, memo: person.memo, phone: person.phone }[one.of as 'name']
      return text.includes(one.contains)
    }
    case 'field': {
      const value = person.fields.get(one.fieldId)
      if (value === undefined) return false
      if (one.test.kind === 'filled') return true
      if (one.test.kind === 'choice') return value === one.test.name
      return one.test.kind === 'number' && compare(Number(value), one.test.at, one.test.value)
    }
    case 'tier':
    case 'gender':
    case 'occasion':
      return false
  }
  return false
}
