import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cutHere, ruled, space, textOf } from '#shared/slips/blocks.ts'
import {
  blockAdded,
  blockChanged,
  blockMoved,
  blockRemoved,
  blocksDropped,
  blocksOf,
  type Draft,
  draftOf,
  redone,
  replaced,
  undone,
} from '../../../renderer/features/slip-editor/draft.ts'

const begun = draftOf([textOf('가'), ruled(), space(), textOf('나')])
const textsOf = (draft: Draft): string[] =>
  blocksOf(draft).map((block) => (block.type === 'text' ? block.text : block.type))
const edit = fc.oneof(
  fc.record({ is: fc.constant('move'), id: fc.nat(9), by: fc.integer({ min: -5, max: 5 }) }),
  fc.record({ is: fc.constant('remove'), id: fc.nat(9), by: fc.constant(0) }),
  fc.record({ is: fc.constant('add'), id: fc.nat(9), by: fc.constant(0) }),
  fc.record({ is: fc.constant('type'), id: fc.nat(9), by: fc.nat(3) }),
  fc.record({ is: fc.constant('drop'), id: fc.nat(9), by: fc.nat(9) }),
)
const done = (draft: Draft, { is, id, by }: { is: string; id: number; by: number }): Draft => {
  if (is === 'move') return blockMoved(draft, id, by)
  if (is === 'remove') return blockRemoved(draft, id)
  if (is === 'add') return blockAdded(draft, id, cutHere()).draft
  if (is === 'type') return blockChanged(draft, id, textOf(`글 ${by}`), 'text')
  return blocksDropped(draft, new Set([id]), by, by % 2 === 0 ? 'before' : 'after')
}

describe('a template that is being written', () => {
  test('goes back to its beginning and forth again, whatever was done', () => {
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 30 }), (edits) => {
        const end = edits.reduce(done, begun)
        let back = end
        while (back.past.length > 0) back = undone(back)
        expect(blocksOf(back)).toEqual(blocksOf(begun))
        while (back.future.length > 0) back = redone(back)
        expect(back.items).toEqual(end.items)
        expect(new Set(end.items.map(({ id }) => id)).size).toBe(end.items.length)
      }),
    )
  })
  test('moves a block by places and by dropping, and loses none', () => {
    expect(textsOf(blockMoved(begun, 0, 1))).toEqual(['line', '가', 'space', '나'])
    expect(blockMoved(begun, 0, -1)).toBe(begun)
    expect(textsOf(blocksDropped(begun, new Set([0]), 3, 'after'))).toEqual(['line', 'space', '나', '가'])
    expect(textsOf(blocksDropped(begun, new Set([3]), 0, 'before'))).toEqual(['나', '가', 'line', 'space'])
  })
  test('takes letters typed into one field back together, and of another field apart', () => {
    const typed = ['나', '나무', '나무가'].reduce(
      (draft, text) => blockChanged(draft, 0, textOf(text), 'text'),
      begun,
    )
    const bold = blockChanged(typed, 0, textOf('나무가', { bold: true }), 'bold')
    expect(textsOf(undone(bold))[0]).toBe('나무가')
    expect(textsOf(undone(undone(bold)))[0]).toBe('가')
  })
  test('puts a new block behind the chosen one, and all of it anew as one step', () => {
    const { draft, id } = blockAdded(begun, 1, cutHere())
    expect(textsOf(draft)).toEqual(['가', 'line', 'cut', 'space', '나'])
    expect(draft.items[2]?.id).toBe(id)
    expect(textsOf(undone(replaced(draft, [space()])))).toEqual(textsOf(draft))
  })
})
