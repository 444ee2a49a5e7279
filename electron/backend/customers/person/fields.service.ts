import type { CallOutput, CallParsed } from '#shared/contract/index.ts'
import { epochOf } from '#shared/dates.ts'
import { DangolError } from '#shared/errors.ts'
import type { Reader, Writer } from '../../platform/db/statements.ts'
import type { Ids } from '../../platform/ids.ts'
import {
  allChoices,
  allFields,
  choicesOf,
  type FieldRow,
  findField,
  putChoices,
  putField,
  putValue,
  usedChoices,
} from './field.repo.ts'

type Field = CallOutput<'customers.fields'>[number]

export const fieldsOf = (reader: Reader): Field[] => {
  const choices = allChoices(reader)
  return allFields(reader).map((row) => ({
    id: row.id,
    name: row.name,
    kind: row.kind,
    atCounter: row.at_counter === 1,
    putAway: row.put_away === 1,
    choices: choices.filter((choice) => choice.field_id === row.id).map(({ name }) => name),
  }))
}

/**
 * Makes or changes a field and puts it in its place.
 * Throws `field.not-found`, `field.name-taken`, `field.kind-fixed`, `field.choice-used` {choice}, `field.no-choices`.
 */
export const saveField = (
  tx: Writer,
  ids: Ids,
  asked: CallParsed<'customers.saveField'>,
  at: number,
): number => {
  const before = asked.id === null ? undefined : findField(tx, asked.id)
  if (asked.id !== null && before === undefined) throw new DangolError('field.not-found')
  const name = asked.name.normalize('NFC')
  const others = allFields(tx).filter((field) => field.id !== asked.id)
  if (others.some((field) => field.name === name)) throw new DangolError('field.name-taken')
  if (before !== undefined && before.kind !== asked.kind) throw new DangolError('field.kind-fixed')
  const id = before?.id ?? ids.next(at)
  const row: FieldRow = {
    id,
    name,
    kind: asked.kind,
    position: asked.position,
    at_counter: asked.atCounter ? 1 : 0,
    put_away: asked.putAway ? 1 : 0,
  }
  const order = [...others.slice(0, asked.position), row, ...others.slice(asked.position)]
  for (const [position, field] of order.entries())
    if (field === row || field.position !== position) putField(tx, { ...field, position })
  if (asked.kind === 'choice') saveChoices(tx, id, asked.choices)
  return id
}

const saveChoices = (tx: Writer, id: number, asked: readonly string[]): void => {
  const choices = [...new Set(asked.map((choice) => choice.normalize('NFC')))]
  if (choices.length === 0) throw new DangolError('field.no-choices')
  const lost = usedChoices(tx, id).find((used) => !choices.includes(used))
  if (lost !== undefined) throw new DangolError('field.choice-used', { choice: lost })
  putChoices(tx, id, choices)
}

/** An empty value takes it away. Throws `field.not-found`, `field.misfit` {field}. */
export const setFieldValue = (tx: Writer, customerId: number, fieldId: number, value: string): void => {
  const field = findField(tx, fieldId)
  if (field === undefined) throw new DangolError('field.not-found')
  const row = { customer_id: customerId, field_id: fieldId, text: null, number: null }
  const text = value.normalize('NFC').trim()
  if (text === '') return putValue(tx, row)
  const misfit = new DangolError('field.misfit', { field: field.name })
  if (field.kind === 'number') {
    const number = Number(text.replaceAll(',', ''))
    if (!Number.isFinite(number)) throw misfit
    return putValue(tx, { ...row, number })
  }
  if (field.kind === 'date' && !isDate(text)) throw misfit
  if (field.kind === 'choice' && !choicesOf(tx, fieldId).includes(text)) throw misfit
  putValue(tx, { ...row, text })
}

const isDate = (text: string): boolean => {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? []
  return year !== undefined && epochOf(Number(year), Number(month), Number(day)) !== null
}
