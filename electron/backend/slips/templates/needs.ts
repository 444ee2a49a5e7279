import type { TemplateBlock } from '#shared/contract/slip-templates.ts'
import { wordsOf } from '#shared/slips/blocks.ts'
import type { ConditionName } from '#shared/slips/conditions.ts'
import { type FieldId, fieldOf, fieldPattern, type ListId } from '#shared/slips/fields.ts'
import type { SlipValues } from './values.ts'

/** What a template asks for, or a source can tell. */
export interface Wants {
  readonly fields: readonly FieldId[]
  readonly conditions: readonly ConditionName[]
  readonly lists: readonly ListId[]
  readonly stamps: boolean
}

/** What a template needs to be told, beside what is known already. */
export const wantsOf = (blocks: readonly TemplateBlock[], known: SlipValues): Wants => {
  const texts = blocks.flatMap((block) => Object.values(wordsOf(block)).flat())
  const fields = texts.flatMap((text) =>
    [...text.matchAll(fieldPattern)].flatMap(([, label]) => fieldOf(label ?? '') ?? []),
  )
  const conditions = blocks.flatMap((block) => block.when.map((condition) => condition.is))
  const lists = blocks.flatMap((block) => (block.type === 'list' ? [block.of] : []))
  return {
    fields: fields.filter((field) => known.fields[field] === undefined),
    conditions: conditions.filter(
      (name) => !Object.hasOwn(known.facts, name) && !Object.hasOwn(known.days, name),
    ),
    lists: lists.filter((list) => known.lists[list] === undefined),
    stamps: known.stamps === null && blocks.some((block) => block.type === 'stamps'),
  }
}

/** Whether a source tells any of it. */
export const meets = (wants: Wants, gives: Wants): boolean =>
  (wants.stamps && gives.stamps) ||
  wants.fields.some((field) => gives.fields.includes(field)) ||
  wants.lists.some((list) => gives.lists.includes(list)) ||
  wants.conditions.some((name) => gives.conditions.includes(name))
