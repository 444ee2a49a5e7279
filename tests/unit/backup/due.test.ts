import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { copyId, isCopyId } from '#backend/backup/copy-name.ts'
import { isDue, lastStrike } from '#backend/backup/due.ts'
import { progressOf } from '#backend/backup/progress.ts'
import { epochOf, koreanTime } from '#shared/dates.ts'

const at = (day: number, hour: number, minute = 0): number => epochOf(2026, 11, day, hour, minute) ?? 0
const settings = { folder: '/x', daily: true, dailyHour: 22, hourly: true }
const never = { madeAt: null, triedAt: null }

describe('what is due', () => {
  it('the day’s copy at its hour, or when the PC is on again after it', () => {
    const daily = { ...settings, hourly: false }
    const made = { madeAt: at(21, 22, 1), triedAt: null }
    expect(isDue(daily, 'folder', made, at(22, 21, 59))).toBe(false)
    expect(isDue(daily, 'folder', made, at(22, 22))).toBe(true)
    expect(isDue(daily, 'folder', { madeAt: at(20, 22), triedAt: null }, at(22, 9))).toBe(true)
    expect(isDue(daily, 'folder', { madeAt: at(22, 22), triedAt: null }, at(22, 23))).toBe(false)
    expect(isDue(daily, 'folder', never, at(22, 9))).toBe(true)
  })
  it('a stick’s copy every hour, a folder’s not', () => {
    const made = { madeAt: at(22, 9), triedAt: null }
    expect(isDue({ ...settings, daily: false }, 'stick', made, at(22, 9, 59))).toBe(false)
    expect(isDue({ ...settings, daily: false }, 'stick', made, at(22, 10))).toBe(true)
    expect(isDue({ ...settings, daily: false }, 'folder', made, at(22, 10))).toBe(false)
  })
  it('nothing while it is off; nothing again right after a failure; a clock set back stops nothing', () => {
    expect(isDue({ ...settings, daily: false, hourly: false }, 'stick', never, at(22, 23))).toBe(false)
    expect(isDue(settings, 'stick', { madeAt: null, triedAt: at(22, 23) }, at(22, 23, 5))).toBe(false)
    expect(isDue(settings, 'stick', { madeAt: null, triedAt: at(22, 23) }, at(22, 23, 10))).toBe(true)
    expect(isDue(settings, 'stick', { madeAt: at(25, 1), triedAt: at(25, 1) }, at(22, 23))).toBe(true)
  })
  it('the last strike of an hour lies within a day before', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 4e12 }), (hour, now) => {
        const strike = lastStrike(hour, now)
        expect(koreanTime(strike)).toMatchObject({ hour, minute: 0, second: 0 })
        expect(now - strike).toBeGreaterThanOrEqual(0)
        expect(now - strike).toBeLessThan(24 * 60 * 60 * 1000)
      }),
    )
  })
})

describe('names of copies', () => {
  it('are the Korean time, never one that is taken, and safe in a path', () => {
    expect(copyId(at(22, 21, 4), new Set())).toBe('20261122-210400')
    expect(copyId(at(22, 21, 4), new Set(['20261122-210400', '20261122-210400-2']))).toBe('20261122-210400-3')
    expect(isCopyId('0a1b2c3d/20261122-210400-2')).toBe(true)
    for (const bad of [
      '',
      '../x',
      '0a1b2c3d/../../etc',
      '0a1b2c3d/20261122-210400/x',
      '0A1B2C3D/20261122-210400',
    ])
      expect(isCopyId(bad)).toBe(false)
  })
})

describe('progress', () => {
  it('goes from 0 to 1 over the steps and guesses the time left only after a second', () => {
    expect(progressOf('snapshot', 0, 1000, 1000)).toMatchObject({ part: 0, secondsLeft: null })
    expect(progressOf('check', 1, 1000, 1500)).toMatchObject({ part: 1, secondsLeft: null })
    expect(progressOf('copy', 0.5, 0, 10_000)).toMatchObject({ part: 0.5, secondsLeft: 10 })
    expect(progressOf('copy', 7, 0, 0).part).toBe(0.75)
  })
})
