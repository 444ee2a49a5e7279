import type { Detail } from '../../customers/person/detail.ts'
import type { PersonDraft } from './person-row.ts'

const noBirthday = {
  birth_calendar: 'solar',
  birth_year: null,
  birth_month: null,
  birth_day: null,
  birth_leap: 0,
} as const

/** Fills what is empty and leaves the rest. @returns the names of what was filled. */
export const filledDetail = (before: Detail, draft: PersonDraft): { row: Detail; filled: string[] } => {
  const filled: string[] = []
  let row = before
  const fill = (name: string, empty: boolean, change: Partial<Detail> | null): void => {
    if (!empty || change === null) return
    row = { ...row, ...change }
    filled.push(name)
  }
  const { birthday, gender, address, foundBy, allergy, caution } = draft
  fill(
    'birthday',
    before.birth_month === null,
    birthday === null || (birthday.year !== null && birthday.year < 1890)
      ? null
      : {
          birth_calendar: birthday.lunar ? 'lunar' : 'solar',
          birth_year: birthday.year,
          birth_month: birthday.month,
          birth_day: birthday.day,
          birth_leap: birthday.leapMonth ? 1 : 0,
        },
  )
  fill('gender', before.gender === null, gender === null ? null : { gender })
  fill('address', before.address === '', address === '' ? null : { address })
  fill('foundBy', before.found_by === '', foundBy === '' ? null : { found_by: foundBy })
  fill('allergy', before.allergies === '', allergy === '' ? null : { allergies: allergy })
  fill('caution', before.cautions === '', caution === '' ? null : { cautions: caution })
  return { row, filled }
}

/** Empties what was filled. */
export const emptiedDetail = (now: Detail, filled: readonly string[]): Detail => ({
  ...now,
  ...(filled.includes('birthday') ? noBirthday : {}),
  ...(filled.includes('gender') ? { gender: null } : {}),
  ...(filled.includes('address') ? { address: '' } : {}),
  ...(filled.includes('foundBy') ? { found_by: '' } : {}),
  ...(filled.includes('allergy') ? { allergies: '' } : {}),
  ...(filled.includes('caution') ? { cautions: '' } : {}),
})
