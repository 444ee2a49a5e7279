import type { Writer } from '../../platform/db/statements.ts'
import type { Ids } from '../../platform/ids.ts'
import {
  addTag,
  customersWithTag,
  removeTag,
  renameTag,
  tagCustomer,
  tagNamed,
  tagsOf,
  untagCustomer,
} from './tag.repo.ts'

/** The customer has exactly these tags afterwards; those that nobody had are made. */
export const setTags = (
  tx: Writer,
  ids: Ids,
  customerId: number,
  names: readonly string[],
  at: number,
): void => {
  const wanted = new Set(names.map(tagName).filter((name) => name !== ''))
  for (const tag of tagsOf(tx, customerId)) {
    if (!wanted.delete(tag.name)) untagCustomer(tx, customerId, tag.id)
  }
  for (const name of wanted) tagCustomer(tx, customerId, tagOf(tx, ids, name, at))
}

/** The tag of that name, made where there is none. */
export const tagOf = (tx: Writer, ids: Ids, name: string, at: number): number => {
  const known = tagNamed(tx, tagName(name))
  if (known !== null) return known
  const id = ids.next(at)
  addTag(tx, { id, name: tagName(name) })
  return id
}

/** A new name, or null to take it from everybody. Whoever has a tag that gets another's name has that one then. */
export const saveTag = (tx: Writer, id: number, name: string | null): void => {
  if (name === null) return removeTag(tx, id)
  const other = tagNamed(tx, tagName(name))
  if (other === null) return renameTag(tx, id, tagName(name))
  if (other === id) return
  for (const customer of customersWithTag(tx, id)) tagCustomer(tx, customer, other)
  removeTag(tx, id)
}

const tagName = (text: string): string => text.normalize('NFC').trim().replace(/\s+/g, ' ').replace(/^#/, '')
