import { describe, expect, test } from 'vitest'
import { linesOf } from '#backend/receipts/reading/text/line.ts'
import { negated } from '#backend/receipts/reading/text/negate.ts'
import { forgetRemembered, remembered, remembering } from '#backend/receipts/reading/text/remembering.ts'
import { paperOf } from './plain-paper.ts'

describe('what is found in a text', () => {
  test('is found once, also where it is nothing, until it is forgotten', () => {
    let asked = 0
    const find = remembering((text): string | null => {
      asked += 1
      return text === '' ? null : text
    })
    expect([find('가'), find('가'), find(''), find('')]).toEqual(['가', '가', null, null])
    expect(asked).toBe(2)
    forgetRemembered()
    expect(find('가')).toBe('가')
    expect(asked).toBe(3)
  })

  test('is not kept for what is too long, nor without bounds', () => {
    let asked = 0
    const find = remembering((text) => {
      asked += 1
      return text.length
    }, 10)
    find('0123456789A')
    find('0123456789A')
    expect(asked).toBe(2)
    for (let n = 0; n < 5000; n += 1) find(String(n))
    expect(asked).toBe(5002)
    // The oldest were given up.
    find('0')
    expect(asked).toBe(5003)
  })
})

const twice = () => linesOf(paperOf('합계 1,000\n합계 1,000\n합계 2,000'))

describe('what is found in a line', () => {
  test('serves the lines that print alike, on this paper and the next', () => {
    let asked = 0
    const find = remembered((line: ReturnType<typeof twice>[number]) => {
      asked += 1
      return line.text
    })
    expect([...twice(), ...twice()].map(find)).toEqual([
      '합계 1,000',
      '합계 1,000',
      '합계 2,000',
      '합계 1,000',
      '합계 1,000',
      '합계 2,000',
    ])
    expect(asked).toBe(2)
  })

  test('is not that of the same line with its signs turned', () => {
    const find = remembered((line: ReturnType<typeof twice>[number]) => line.words.at(-1)?.figure?.value ?? 0)
    const lines = twice()
    expect([find(lines[0] ?? never()), find(negated(lines)[0] ?? never())]).toEqual([1000, -1000])
  })
})

const never = (): never => {
  throw new Error('no line')
}
