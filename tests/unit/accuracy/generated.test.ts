import { describe, expect, test } from 'vitest'
import { accuracyOf, accuracyTable, judge, mistakes } from '../../helpers/accuracy.ts'
import { generatedReceipts } from '../../helpers/generated-receipts.ts'
import { wilson } from '../../helpers/interval.ts'
import { isSure, isSureAndWrong } from '../../helpers/reading-judge.ts'

const receipts = generatedReceipts(1000, 20_261_122)
const judged = receipts.flatMap((each) => judge(each, 'off'))
const sure = judged.filter((each) => each.read !== undefined && isSure(each.read))
const percent = (share: number): string => `${(100 * share).toFixed(1)}%`

describe('receipts in a thousand random layouts', () => {
  test('of those read with confidence at least 99 % are right', () => {
    const accuracy = accuracyOf(judged)
    const sureAndWrong = sure.filter((each) => isSureAndWrong(each.expected, each.read))
    const right = sure.length - sureAndWrong.length
    const { low, high } = wilson(right, sure.length)
    process.stdout.write(
      `\nRandom layouts\n${accuracyTable([['1,000 generated receipts', accuracy]])}\n` +
        `sure: ${sure.length}, of them right: ${percent(right / sure.length)} (95% interval ${percent(low)} to ${percent(high)})\n${mistakes(sureAndWrong)}\n`,
    )
    expect(right / sure.length).toBeGreaterThanOrEqual(0.99)
  })

  test('most sales are read with confidence', () => {
    const { sales, salesExact } = accuracyOf(judged)
    expect(salesExact / sales).toBeGreaterThanOrEqual(0.9)
  })

  test('a receipt that lost a line of figures is never sure of itself', () => {
    const damaged = judged.filter((each) => each.expected.doubtful)
    expect(damaged.length).toBeGreaterThan(20)
    expect(mistakes(damaged)).toBe('')
  })

  test('the same seed makes the same bytes', () => {
    expect(generatedReceipts(20, 7).map((each) => each.bytes)).toEqual(
      generatedReceipts(20, 7).map((each) => each.bytes),
    )
  })
})
