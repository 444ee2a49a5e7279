import { DangolError } from '#shared/errors.ts'
import { changePerson, type PersonChange } from '../customers/person/changing.service.ts'
import { tagOf } from '../customers/person/tags.service.ts'
import type { Writer } from '../platform/db/statements.ts'
import type { Ids } from '../platform/ids.ts'
import { tagsIn } from './cell-text.ts'
import type { WriteCell } from './cell-writers.ts'
import { findTag, putTag, takeTag } from './customer-tags.repo.ts'
import { fieldOf } from './field-columns.repo.ts'

/** Puts a tag on a customer; one of a new name is made. @returns false where it was there already. */
export const putTagNamed = (tx: Writer, ids: Ids, customerId: number, name: string, at: number): boolean =>
  putTag(tx, customerId, tagOf(tx, ids, name, at))

/** @returns false where it was not there. */
export const takeTagNamed = (tx: Writer, customerId: number, name: string): boolean => {
  const id = findTag(tx, tagsIn(name)[0] ?? '')
  return id !== null && takeTag(tx, customerId, id)
}

const genders = ['female', 'male', 'other'] as const

/** What a cell says of the person; throws where it is too long for it, or no cell of theirs. */
const changeBy = (column: string, text: string): PersonChange => {
  const within = (most: number): string => {
    if (text.length > most) throw new DangolError('sheet.cell-invalid')
    return text
  }
  switch (column) {
    case 'name':
      return { name: within(40) }
    case 'phone':
      return { phone: text }
    case 'memo':
      return { memo: within(2000) }
    case 'gender':
      return { gender: genders.find((gender) => gender === text) ?? null }
    case 'address':
      return { address: within(200) }
    case 'foundBy':
      return { foundBy: within(100) }
    case 'allergies':
      return { allergies: within(200) }
    case 'cautions':
      return { cautions: within(200) }
    case 'tags': {
      const tags = tagsIn(text)
      if (tags.some((tag) => tag.length > 40)) throw new DangolError('sheet.cell-invalid')
      return { tags }
    }
    default: {
      const fieldId = fieldOf(column)
      if (fieldId === null) throw new DangolError('sheet.cell-fixed')
      return { fields: [{ fieldId, value: text }] }
    }
  }
}

/** Cells of the customers' sheet; whatever holds for a person's own page holds here. */
export const customerCells =
  (ids: Ids): WriteCell =>
  (tx, key, column, value, at) =>
    changePerson(tx, ids, Number(key), changeBy(column, value === null ? '' : String(value)), at)
