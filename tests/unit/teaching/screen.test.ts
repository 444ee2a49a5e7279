import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { paperView } from '#backend/receipts/kept/paper-view.ts'
import { papersOf } from '#backend/receipts/paper/papers-of.ts'
import {
  differenceIn,
  emptyItem,
  fieldsIn,
  formOf,
  type HandForm,
  instantIn,
  numberIn,
  whenText,
} from '../../../renderer/features/teaching/hand-form.ts'
import { isAnswered, lessonAfter, newLesson, steps } from '../../../renderer/features/teaching/lesson.ts'
import { neighbour, wordsOn } from '../../../renderer/features/teaching/paper-words.ts'
import { printerBytes } from '../../helpers/printer-bytes.ts'

const viewOf = (...parts: (string | number[])[]) =>
  paperView(
    { id: 1, received_at: 0, kind: 'unknown', profile: null, confidence: 0, problems: '', total: null },
    papersOf(printerBytes(...parts, [10, 0x1d, 0x56, 0]), 'cp949'),
  )

describe('the words of a drawn paper', () => {
  it('lie where they were printed, wide letters and wide print counted', () => {
    const { lines } = viewOf('달고나 1   5,500', [10, 0x1d, 0x21, 0x10], '합계', [0x1d, 0x21, 0], ' 700')
    const [first, second] = lines
    if (first === undefined || second === undefined) throw new Error('lines are missing')
    expect(wordsOn(first, 0)).toMatchObject([
      { text: '달고나', left: 0, width: 6 },
      { text: '1', left: 7, width: 1 },
      { text: '5,500', left: 11, width: 5 },
    ])
    expect(wordsOn(second, 1)).toMatchObject([
      { text: '합계', left: 0, width: 8 },
      { text: '700', left: 9, width: 3 },
    ])
  })

  it('are reached by arrow keys, up and down to what stands nearest', () => {
    const rows = viewOf('가 나   다', [10, 10], '라     마').lines.map(wordsOn)
    const printed = (text: string) => rows.flat().find((one) => one.text === text)
    const from = (text: string, key: string): string | undefined => {
      const start = printed(text)
      return start === undefined ? undefined : neighbour(rows, start, key)?.text
    }
    expect(from('가', 'ArrowRight')).toBe('나')
    expect(from('다', 'ArrowRight')).toBe('라')
    expect(from('나', 'ArrowDown')).toBe('라')
    expect(from('다', 'ArrowDown')).toBe('마')
    expect(from('마', 'ArrowUp')).toBe('다')
    expect(from('가', 'ArrowLeft')).toBeUndefined()
    expect(from('가', 'ArrowUp')).toBeUndefined()
  })

  it('always name signs of the line itself', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), (text) => {
        for (const [index, line] of viewOf(text).lines.entries()) {
          for (const word of wordsOn(line, index)) {
            expect(line.text.slice(word.start, word.end)).toBe(word.text)
            expect(word.width).toBeGreaterThan(0)
          }
        }
      }),
    )
  })
})

const word = (line: number) => ({ line, start: 0, end: 3 })

describe('the guide', () => {
  it('asks for one thing after the other, and takes an answer back for a better one', () => {
    const once = lessonAfter(newLesson, { type: 'point', word: word(4) })
    expect(once).toEqual({ step: 1, marks: [{ what: 'total', ...word(4) }], words: [] })
    const again = lessonAfter(lessonAfter(once, { type: 'ask', step: 0 }), { type: 'point', word: word(7) })
    expect(again.marks).toEqual([{ what: 'total', ...word(7) }])
  })

  it('takes a typed word for what stands on other papers, and only for that', () => {
    const cancel = lessonAfter(newLesson, { type: 'ask', step: steps.indexOf('cancel') })
    const said = lessonAfter(cancel, { type: 'say', text: '도로물림' })
    expect(said.words).toEqual([{ what: 'cancel', text: '도로물림' }])
    expect(lessonAfter(newLesson, { type: 'say', text: '도로물림' })).toBe(newLesson)
    const back = lessonAfter(said, { type: 'ask', step: steps.indexOf('cancel') })
    expect(lessonAfter(back, { type: 'point', word: word(3) }).words).toEqual([])
  })

  it('forgets what is said not to be there, and stays at the name when everything was asked', () => {
    const all = steps.reduce(
      (state, _, line) => lessonAfter(state, { type: 'point', word: word(line) }),
      newLesson,
    )
    expect(all.step).toBe(steps.length)
    expect(lessonAfter(all, { type: 'point', word: word(99) })).toBe(all)
    expect(lessonAfter(all, { type: 'skip' })).toBe(all)
    const without = lessonAfter(lessonAfter(all, { type: 'ask', step: 3 }), { type: 'skip' })
    expect(without.marks.map(({ what }) => what)).not.toContain('quantity')
    expect(isAnswered(without.marks)).toBe(true)
    expect(isAnswered(without.marks.slice(1))).toBe(false)
  })
})

describe('a paper written down by hand', () => {
  const form: HandForm = {
    kind: 'sale',
    when: '2026-11-22 14:05',
    total: '4,500원',
    items: [{ name: ' 별사탕 ', quantity: '5', amount: '5,000' }, emptyItem],
  }

  it('is sent as figures, rows that hold nothing left out', () => {
    expect(fieldsIn(form)).toEqual({
      kind: 'sale',
      issuedAt: Date.UTC(2026, 10, 22, 5, 5),
      total: 4_500,
      items: [{ name: '별사탕', quantity: 5, amount: 5_000 }],
    })
    const fields = fieldsIn(form)
    expect(fields === null ? null : differenceIn(fields)).toBe(500)
  })

  it.each([
    ['a date that is none', { when: '2026-02-30 10:00' }],
    ['no total', { total: '' }],
    ['a total below nothing', { total: '-5' }],
    ['words for a total', { total: '오천원' }],
    ['an item without a name', { items: [{ name: '', quantity: '1', amount: '500' }] }],
    ['an item of nothing', { items: [{ name: '엿', quantity: '0', amount: '500' }] }],
    ['an item without an amount', { items: [{ name: '엿', quantity: '1', amount: '' }] }],
  ])('is not sent with %s', (_, change: Partial<HandForm>) => {
    expect(fieldsIn({ ...form, ...change })).toBeNull()
  })

  it('begins with what was read; a refund stands there without its signs', () => {
    const reading = {
      kind: 'refund',
      counts: false,
      issuedAt: null,
      receiptNumber: null,
      total: -6_000,
      discount: 0,
      items: [{ name: '별사탕', quantity: -2, unitPrice: 3_000, amount: -6_000 }],
      reprint: false,
      problems: [],
    }
    expect(formOf(reading, Date.UTC(2026, 10, 22, 5, 5, 9))).toEqual({
      kind: 'refund',
      when: '2026-11-22 14:05:09',
      total: '6,000',
      items: [{ name: '별사탕', quantity: '2', amount: '6,000' }],
    })
  })

  it('reads back every instant and every number that it writes', () => {
    const seconds = fc.integer({ min: 0, max: 4_000_000_000 }).map((second) => second * 1_000)
    fc.assert(
      fc.property(seconds, (at) => {
        expect(instantIn(whenText(at))).toBe(at)
      }),
    )
    fc.assert(
      fc.property(fc.integer({ min: -999_999_999, max: 999_999_999 }), (value) => {
        for (const text of [String(value), value.toLocaleString('en-US'), `${value} 원`])
          expect(numberIn(text)).toBe(value)
      }),
    )
  })
})
