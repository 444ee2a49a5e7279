import { DangolError } from '#shared/errors.ts'
import { initialsOf } from '#shared/hangul.ts'
import { lastFour } from '#shared/phone.ts'
import type { Writer } from '../platform/db/statements.ts'
import type { Ids } from '../platform/ids.ts'
import { tagsIn } from './cell-text.ts'
import type { WriteCell } from './cell-writers.ts'
import {
  addTag,
  changeDetail,
  changeField,
  changePerson,
  type DetailCell,
  findTag,
  ownerOfPhone,
  putTag,
  tagsOf,
  takeTag,
} from './customer-cells.repo.ts'
import { fieldOf } from './field-columns.repo.ts'

/** Puts a tag on a customer; one of a new name is made. @returns false where it was there already. */
export const putTagNamed = (tx: Writer, ids: Ids, customerId: number, name: string, at: number): boolean => {
  const known = findTag(tx, name)
  const id = known ?? ids.next(at)
  if (known === null) addTag(tx, id, name)
  return putTag(tx, customerId, id)
}

/** @returns false where it was not there. */
export const takeTagNamed = (tx: Writer, customerId: number, name: string): boolean => {
  const id = findTag(tx, name)
  return id !== null && takeTag(tx, customerId, id)
}

const detailCells: Readonly<Record<string, (text: string) => DetailCell>> = {
  address: (address) => ({ address }),
  foundBy: (found_by) => ({ found_by }),
  allergies: (allergies) => ({ allergies }),
  cautions: (cautions) => ({ cautions }),
}

const genders = ['female', 'male', 'other'] as const

/** Cells of the customers' sheet. */
export const customerCells =
  (ids: Ids): WriteCell =>
  (tx, key, column, value, at) => {
    const id = Number(key)
    const text = value === null ? '' : String(value)
    switch (column) {
      case 'name': {
        const name = text.replace(/\s+/g, ' ')
        if (name === '') throw new DangolError('customer.name-missing')
        if (name.length > 40) throw new DangolError('sheet.cell-invalid')
        return changePerson(tx, id, { name, initials: initialsOf(name), updated_at: at })
      }
      case 'phone': {
        const taken = text === '' ? null : ownerOfPhone(tx, text)
        if (taken !== null && taken !== id) throw new DangolError('customer.phone-taken')
        const phone = text === '' ? null : text
        return changePerson(tx, id, {
          phone,
          last_four: phone === null ? null : lastFour(phone),
          updated_at: at,
        })
      }
      case 'memo':
        return changePerson(tx, id, { memo: text, updated_at: at })
      case 'gender':
        return changeDetail(tx, id, { gender: genders.find((gender) => gender === text) ?? null })
      case 'tags': {
        const wanted = new Set(tagsIn(text))
        if ([...wanted].some((tag) => tag.length > 40)) throw new DangolError('sheet.cell-invalid')
        for (const tag of tagsOf(tx, id)) if (!wanted.delete(tag.name)) takeTag(tx, id, tag.id)
        for (const name of wanted) putTagNamed(tx, ids, id, name, at)
        return undefined
      }
      default: {
        const field = fieldOf(column)
        if (field !== null) return changeField(tx, id, field, value)
        const cell = detailCells[column]
        if (cell === undefined) throw new DangolError('sheet.cell-fixed')
        return changeDetail(tx, id, cell(text))
      }
    }
  }
