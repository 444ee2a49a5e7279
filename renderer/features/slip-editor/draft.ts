import type { TemplateBlock } from '#shared/contract/slip-templates.ts'

/** A block with a name of its own, so that it stays itself wherever it is moved. */
export interface Item {
  readonly id: number
  readonly block: TemplateBlock
}
type Items = readonly Item[]

/** A template as it is being written, with the way back and forth. */
export interface Draft {
  readonly items: Items
  readonly past: readonly Items[]
  readonly future: readonly Items[]
  /** What was edited last: letters typed into the same field are one step. */
  readonly edit: string | null
}

const mostSteps = 100

export const draftOf = (blocks: readonly TemplateBlock[]): Draft => ({
  items: blocks.map((block, id) => ({ id, block })),
  past: [],
  future: [],
  edit: null,
})

export const blocksOf = ({ items }: Draft): TemplateBlock[] => items.map(({ block }) => block)

const step = (draft: Draft, items: Items, edit: string | null = null): Draft => ({
  items,
  past: edit !== null && edit === draft.edit ? draft.past : [...draft.past.slice(1 - mostSteps), draft.items],
  future: [],
  edit,
})

export const undone = (draft: Draft): Draft => {
  const before = draft.past.at(-1)
  if (before === undefined) return draft
  return { items: before, past: draft.past.slice(0, -1), future: [draft.items, ...draft.future], edit: null }
}

export const redone = (draft: Draft): Draft => {
  const [next, ...future] = draft.future
  if (next === undefined) return draft
  return { items: next, past: [...draft.past, draft.items], future, edit: null }
}

/** All of it anew; undone as one step. */
export const replaced = (draft: Draft, blocks: readonly TemplateBlock[]): Draft => {
  const first = freeId(draft)
  return step(
    draft,
    blocks.map((block, place) => ({ id: first + place, block })),
  )
}

/** @param field names what is typed into. */
export const blockChanged = (draft: Draft, id: number, block: TemplateBlock, field: string): Draft =>
  step(
    draft,
    draft.items.map((item) => (item.id === id ? { id, block } : item)),
    `${id} ${field}`,
  )

/** Behind the block with that id, or at the end. @returns the draft and the new block's id. */
export const blockAdded = (
  draft: Draft,
  after: number | null,
  block: TemplateBlock,
): { readonly draft: Draft; readonly id: number } => {
  const id = freeId(draft)
  const place = draft.items.findIndex((item) => item.id === after)
  const items = draft.items.toSpliced(place < 0 ? draft.items.length : place + 1, 0, { id, block })
  return { draft: step(draft, items), id }
}

export const blockRemoved = (draft: Draft, id: number): Draft =>
  step(
    draft,
    draft.items.filter((item) => item.id !== id),
  )

/** By so many places, as far as it goes. */
export const blockMoved = (draft: Draft, id: number, by: number): Draft => {
  const from = draft.items.findIndex((item) => item.id === id)
  const to = Math.max(0, Math.min(draft.items.length - 1, from + by))
  const [item] = draft.items.slice(from, from + 1)
  if (from < 0 || from === to || item === undefined) return draft
  return step(draft, draft.items.toSpliced(from, 1).toSpliced(to, 0, item))
}

/** Dropped before or after another one. */
export const blocksDropped = (
  draft: Draft,
  ids: ReadonlySet<number>,
  target: number,
  position: 'before' | 'after',
): Draft => {
  if (ids.has(target)) return draft
  const moved = draft.items.filter(({ id }) => ids.has(id))
  const rest = draft.items.filter(({ id }) => !ids.has(id))
  const place = rest.findIndex(({ id }) => id === target)
  return step(draft, rest.toSpliced(position === 'before' ? place : place + 1, 0, ...moved))
}

/** Also beyond what was undone, so that a name never comes again. */
const freeId = ({ items, past, future }: Draft): number =>
  1 + Math.max(-1, ...[items, ...past, ...future].flat().map(({ id }) => id))
