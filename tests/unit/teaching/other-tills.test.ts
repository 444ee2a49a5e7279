import { describe, expect, it } from 'vitest'
import { createPaperWriter, type PaperWriter } from '#backend/devices/simulated/paper-writer.ts'
import { verdictOn } from '#backend/receipts/entering/verdict.ts'
import { allProfiles } from '#backend/receipts/reading/profiles/all.ts'
import { profileFrom } from '#backend/receipts/reading/profiles/profile.ts'
import { readPapers } from '#backend/receipts/reading/read.ts'
import type { Mark, MarkRole } from '#backend/receipts/teaching/marks.ts'
import { teach } from '#backend/receipts/teaching/teach.ts'
import { at, paperOf } from './strange-paper.ts'

const receivedAt = Date.UTC(2026, 10, 22, 5, 6, 0)

interface Till {
  readonly layout: string
  /** Two sales of one till: taught on the first, tried on the second. */
  readonly papers: readonly [Uint8Array, Uint8Array]
  /** What is pointed at on the first, the first time that it is printed after the line before. */
  readonly points: readonly (readonly [MarkRole, string, number])[]
  readonly second: object
}

const print = (draw: (writer: PaperWriter) => PaperWriter): Uint8Array =>
  draw(createPaperWriter().centred('은하수 상회').line('찍은때 2026-11-22 14:05:09')).cut().bytes()

const tills: readonly Till[] = [
  {
    layout: 'sums right below the items, without any ruler',
    papers: [
      print((writer) =>
        writer
          .line('고른것                 몇     얼마')
          .line('별사탕                  2    6,000')
          .line('엿                      1      500')
          .line('담은개수                         3')
          .line('나라몫                         591')
          .line('모두내실돈                   6,500'),
      ),
      print((writer) =>
        writer
          .line('고른것                 몇     얼마')
          .line('조청                    3    9,000')
          .line('담은개수                         3')
          .line('나라몫                         818')
          .line('모두내실돈                   9,000'),
      ),
    ],
    points: [
      ['total', '6,500', 7],
      ['date', '2026', 1],
      ['name', '별사탕', 2],
      ['quantity', ' 2 ', 3],
      ['amount', '6,000', 3],
    ],
    second: { total: 9_000, items: [{ name: '조청', quantity: 3, amount: 9_000 }] },
  },
  {
    layout: 'something taken off under a word of its own, a count before the sum',
    papers: [
      print((writer) =>
        writer
          .rule()
          .line('고른것                 몇     얼마')
          .line('별사탕                  2    6,000')
          .line('조청                    1    4,500')
          .rule()
          .line('깎은것                         500')
          .line('모두내실돈             3    10,000'),
      ),
      print((writer) =>
        writer
          .rule()
          .line('고른것                 몇     얼마')
          .line('엿                     10    7,000')
          .rule()
          .line('깎은것                       1,000')
          .line('모두내실돈            10     6,000'),
      ),
    ],
    points: [
      ['total', '10,000', 7],
      ['date', '2026', 1],
      ['name', '별사탕', 3],
      ['quantity', ' 2 ', 4],
      ['amount', '6,000', 4],
    ],
    second: { total: 6_000, discount: 1_000, items: [{ name: '엿', quantity: 10, amount: 7_000 }] },
  },
  {
    layout: 'names on lines of their own, price and count below them',
    papers: [
      print((writer) =>
        writer
          .line('* * 산 것 * *')
          .line('별사탕 큰 봉지')
          .line('      3,000       2          6,000')
          .line('엿')
          .line('        500       1            500')
          .rule('=')
          .line('모두내실돈                   6,500'),
      ),
      print((writer) =>
        writer
          .line('* * 산 것 * *')
          .line('조청')
          .line('      4,500       3         13,500')
          .rule('=')
          .line('모두내실돈                  13,500'),
      ),
    ],
    points: [
      ['total', '6,500', 7],
      ['date', '2026', 1],
      ['name', '별사탕', 3],
      ['quantity', ' 2 ', 4],
      ['amount', '6,000', 4],
    ],
    second: { total: 13_500, items: [{ name: '조청', quantity: 3, unitPrice: 4_500, amount: 13_500 }] },
  },
  {
    layout: 'the amount before the count',
    papers: [
      print((writer) =>
        writer
          .rule()
          .line('별사탕              6,000        2')
          .line('엿                    500        1')
          .rule()
          .line('모두내실돈                   6,500'),
      ),
      print((writer) =>
        writer
          .rule()
          .line('조청               13,500        3')
          .rule()
          .line('모두내실돈                  13,500'),
      ),
    ],
    points: [
      ['total', '6,500', 5],
      ['date', '2026', 1],
      ['name', '별사탕', 2],
      ['quantity', ' 2', 3],
      ['amount', '6,000', 3],
    ],
    second: { total: 13_500, items: [{ name: '조청', quantity: 3, amount: 13_500 }] },
  },
  {
    layout: 'a ruler below every item',
    papers: [
      print((writer) =>
        writer
          .line('고른것                 몇     얼마')
          .rule()
          .line('별사탕                  2    6,000')
          .rule()
          .line('엿                      1      500')
          .rule()
          .line('모두내실돈                   6,500'),
      ),
      print((writer) =>
        writer
          .line('고른것                 몇     얼마')
          .rule()
          .line('엿                      4    2,000')
          .rule()
          .line('모두내실돈                   2,000'),
      ),
    ],
    points: [
      ['total', '6,500', 7],
      ['date', '2026', 1],
      ['name', '별사탕', 3],
      ['quantity', ' 2 ', 4],
      ['amount', '6,000', 4],
    ],
    second: { total: 2_000, items: [{ name: '엿', quantity: 4, amount: 2_000 }] },
  },
]

describe('tills of other kinds', () => {
  it.each(tills)('are learnt from one paper: $layout', ({ papers, points, second }) => {
    const [first, next] = papers
    const paper = paperOf(first)
    const marks: Mark[] = points.map(([what, text, from]) => at(paper, what, text, from))
    const lesson = teach({ paper, receivedAt, marks, name: '은하수', profiles: allProfiles })
    expect(lesson.reading.problems).toEqual([])
    expect(verdictOn(lesson.reading)).toBe('count')
    if (lesson.profile === null) throw new Error('nothing was learnt')
    const profiles = [profileFrom(lesson.profile), ...allProfiles]
    const [reading] = readPapers([paperOf(next)], { receivedAt, profiles })
    expect(reading).toMatchObject({ profile: '은하수', problems: [], ...second })
  })
})
