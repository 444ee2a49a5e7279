import { expect, it } from 'vitest'
import { sizeText, standingOf } from '../../../renderer/features/backup/backup-words.ts'

const day = 24 * 60 * 60 * 1000

it('the line about the last backup is red where there is none, after three days, and where it rotted', () => {
  expect(standingOf(null, 0)).toBe('none')
  expect(standingOf({ at: 0, proven: true }, 3 * day)).toBe('proven')
  expect(standingOf({ at: 0, proven: true }, 3 * day + 1)).toBe('old')
  expect(standingOf({ at: 0, proven: false }, 1)).toBe('rotten')
})

it('sizes are said as sticks are sold, never larger than they are', () => {
  expect([0, 4_096, 812_345_678, 1_999_999_999, 31_990_000_000, 999_999].map(sizeText)).toEqual([
    '0 KB',
    '4 KB',
    '812 MB',
    '1.9 GB',
    '31.9 GB',
    '999 KB',
  ])
})
