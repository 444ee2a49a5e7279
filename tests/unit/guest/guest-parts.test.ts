import { disassemble } from 'es-hangul'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { guestFileOf, isPicture, noGuestScreen, noticeOn } from '#backend/guest/guest-settings.ts'
import { createTries } from '#backend/guest/tries.ts'
import { typedNumber } from '#backend/guest/typed-number.ts'
import { drawing } from '#shared/contract/guest.ts'
import { hangulRows, textOfKeys, withShift } from '#shared/hangul-keys.ts'
import { enGuestScreen } from '#shared/i18n/en/guest-screen.ts'
import { type GuestWord, koGuestScreen } from '#shared/i18n/ko/guest-screen.ts'
import {
  drawingOf,
  drawnOn,
  field,
  isSignature,
  pointIn,
  type Stroke,
} from '../../../renderer/guest/join/strokes.ts'
import { shapedNumber } from '../../../renderer/guest/number-shape.ts'

describe('a typed number', () => {
  it('is whole with ten, eleven or eight digits of a mobile number, four digits are four, others nothing', () => {
    expect(typedNumber('01012345678')).toEqual({ is: 'whole', phone: '01012345678' })
    expect(typedNumber('12345678')).toEqual({ is: 'whole', phone: '01012345678' })
    expect(typedNumber('0161234567')).toEqual({ is: 'whole', phone: '0161234567' })
    expect(typedNumber('5678')).toEqual({ is: 'four' })
    for (const digits of ['', '010', '567', '01012', '1234567']) expect(typedNumber(digits).is).toBe('short')
    for (const digits of ['02123456', '0212345678', '00012345678', '07012345678', '0101234567'])
      expect(typedNumber(digits).is).toBe('misfit')
  })

  it('is read in groups while it is typed', () => {
    expect(['010', '0101', '01012345', '01012345678', '12345678', ''].map(shapedNumber)).toEqual([
      '010',
      '010-1',
      '010-1234-5',
      '010-1234-5678',
      '1234-5678',
      '',
    ])
  })
})

describe('tries', () => {
  it('never lets more than so many through in any such while', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 5_000 }), { maxLength: 60 }), (pauses) => {
        const tries = createTries(5, 10_000)
        const through: number[] = []
        let now = 0
        for (const pause of pauses) {
          now += pause
          const wait = tries.wait(now)
          expect(wait).toBeGreaterThanOrEqual(0)
          expect(wait).toBeLessThanOrEqual(10_000)
          if (wait > 0) continue
          tries.note(now)
          through.push(now)
        }
        for (const at of through)
          expect(through.filter((other) => other > at - 10_000 && other <= at).length).toBeLessThanOrEqual(5)
      }),
    )
  })
})

describe('the keyboard on the screen', () => {
  const keys = new Set(hangulRows.flat().flatMap((key) => [key, withShift(key)]))

  it('writes every name that its keys can be pressed for', () => {
    const syllable = fc.integer({ min: 0xac00, max: 0xd7a3 }).map((code) => String.fromCharCode(code))
    fc.assert(
      fc.property(fc.array(syllable, { maxLength: 6 }), (name) => {
        const pressed = Array.from(disassemble(name.join('')))
        expect(pressed.filter((key) => !keys.has(key))).toEqual([])
        expect(textOfKeys(pressed)).toBe(name.join(''))
      }),
    )
  })

  it('takes any keys in any order without breaking', () => {
    const key = fc.constantFrom(...keys, ' ', 'a', 'Z')
    fc.assert(
      fc.property(fc.array(key, { maxLength: 20 }), (pressed) => {
        const text = textOfKeys(pressed)
        // Nothing that was pressed is lost, whatever it became.
        expect(disassemble(text)).toBe(disassemble(pressed.join('')))
      }),
    )
    expect(
      ['ㅜㅣㅂ', 'ㅏㄱ', 'ㄱㄱㅏ', 'ㄷㅏㄹㄱㅣ', 'ㅃㅏㅃㅏ', 'ㅏㅏ'].map((word) =>
        textOfKeys(Array.from(word)),
      ),
    ).toEqual(['ㅟㅂ', 'ㅏㄱ', 'ㄱ가', '달기', '빠빠', 'ㅏㅏ'])
    expect(textOfKeys([])).toBe('')
    expect(textOfKeys(['ㄱ', 'ㅣ', 'ㅁ', 'ㅎ', 'ㅏ', 'ㄴ', 'ㅏ'])).toBe('김하나')
  })
})

describe('a signature', () => {
  const spot = fc.tuple(
    fc.double({ min: -50, max: 1_500, noNaN: true }),
    fc.double({ min: -50, max: 700, noNaN: true }),
  )

  it('is always what the ledger takes, however wildly it was drawn', () => {
    fc.assert(
      fc.property(fc.array(fc.array(spot, { minLength: 1, maxLength: 400 }), { maxLength: 12 }), (drawn) => {
        let strokes: readonly Stroke[] = []
        for (const points of drawn)
          for (const [index, [x, y]] of points.entries()) {
            const point = pointIn(x, y, 1_366, 360)
            strokes = index === 0 ? [...strokes, [point]] : drawnOn(strokes, point)
          }
        const path = drawingOf(strokes)
        expect(!isSignature(strokes) || drawing.safeParse(path).success).toBe(true)
      }),
      { numRuns: 60 },
    )
  })

  it('is more than a dot, and nothing but figures', () => {
    expect(isSignature([[pointIn(10, 10, 1_000, 400)]])).toBe(false)
    const line = [0, 500, 900].map((x) => pointIn(x, 100, field.width, field.height))
    expect(isSignature([line])).toBe(true)
    expect(drawingOf([line])).toBe('M0 100L500 100L900 100')
    for (const bad of [
      '',
      'M1 1',
      'M1 1L2 2z',
      'M1 999L2 2',
      'M1 1L2 2"/><script>',
      'L1 1',
      'M1 1 L2 2',
      'M-1 1L2 2',
    ])
      expect([bad, drawing.safeParse(bad).success]).toEqual([bad, false])
  })
})

const of = (type: string, bytes: Uint8Array | readonly number[]): string =>
  `data:image/${type};base64,${Buffer.from(bytes).toString('base64')}`

describe('what is kept beside the ledger', () => {
  it('is read back as it was, and a damaged file counts as none', () => {
    expect(guestFileOf(JSON.stringify(noGuestScreen))).toEqual(noGuestScreen)
    for (const bad of ['', '{', '[]', '{"on":1}', JSON.stringify({ ...noGuestScreen, more: 1 })])
      expect(guestFileOf(bad)).toBeNull()
  })

  it('shows a notice of today only today', () => {
    const file = { ...noGuestScreen, notice: '쑥라떼', noticeToday: true, noticeOn: '2026-11-22' }
    expect(noticeOn(file, '2026-11-22')).toBe('쑥라떼')
    expect(noticeOn(file, '2026-11-23')).toBe('')
    expect(noticeOn({ ...file, noticeToday: false, noticeOn: null }, '2027-01-01')).toBe('쑥라떼')
  })

  it('takes pictures that begin as they say, and no drawing that could carry a script', () => {
    expect(isPicture(of('jpeg', [0xff, 0xd8, 0xff, 0xe0]))).toBe(true)
    expect(isPicture(of('webp', [0x52, 0x49, 0x46, 0x46]))).toBe(true)
    expect(isPicture(of('png', [0xff, 0xd8, 0xff]))).toBe(false)
    expect(isPicture(of('svg+xml', [0x3c]))).toBe(false)
    expect(isPicture('data:text/html;base64,AAAA')).toBe(false)
    expect(
      isPicture(of('jpeg', Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.alloc(1_000_000)]))),
    ).toBe(false)
  })
})

const gaps = (text: string): string[] => (text.match(/\{\{\w+\}\}/g) ?? []).toSorted()

describe('the words of the guest’s screen', () => {
  it('have the same gaps in both languages, and none is empty', () => {
    const keys = Object.keys(koGuestScreen) as GuestWord[]
    expect(keys.filter((key) => koGuestScreen[key] === '' || enGuestScreen[key] === '')).toEqual([])
    const apart = keys.filter((key) => gaps(koGuestScreen[key]).join() !== gaps(enGuestScreen[key]).join())
    expect(apart).toEqual([])
    const korean = keys.filter((key) => key !== 'language' && /[가-힣]/.test(enGuestScreen[key]))
    expect(korean).toEqual(['keys.toHangul'])
  })
})
