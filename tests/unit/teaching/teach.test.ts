import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createPaperWriter } from '#backend/devices/simulated/paper-writer.ts'
import { verdictOn } from '#backend/receipts/entering/verdict.ts'
import { allProfiles } from '#backend/receipts/reading/profiles/all.ts'
import { profileFrom } from '#backend/receipts/reading/profiles/profile.ts'
import { readPapers } from '#backend/receipts/reading/read.ts'
import type { Mark } from '#backend/receipts/teaching/marks.ts'
import { profileIn, profileText } from '#backend/receipts/teaching/profile-file.ts'
import { type Lesson, teach, teachNotSale } from '#backend/receipts/teaching/teach.ts'
import { printerBytes } from '../../helpers/printer-bytes.ts'
import { at, marksOn, paperOf, strangeBytes } from './strange-paper.ts'

const receivedAt = Date.UTC(2026, 10, 22, 5, 6, 0)
const one = strangeBytes({
  number: '0007',
  items: [
    ['별사탕', 2, 3_000],
    ['달고나 라떼', 1, 5_500],
  ],
})
const paper = paperOf(one)

const lessonOn = (marks: readonly Mark[], bytes = one): Lesson =>
  teach({ paper: paperOf(bytes), receivedAt, marks, name: '은하수', profiles: allProfiles })

const taught = (): NonNullable<Lesson['profile']> => {
  const { profile } = lessonOn(marksOn(paper))
  if (profile === null) throw new Error('nothing was learnt')
  return profile
}

const readTaught = (bytes: Uint8Array, profile = taught()) => {
  const [reading] = readPapers([paperOf(bytes)], {
    receivedAt,
    profiles: [profileFrom(profile), ...allProfiles],
  })
  if (reading === undefined) throw new Error('no reading')
  return reading
}

describe('pointing', () => {
  it('starts from a paper that nobody can read, and changes the reading with every mark', () => {
    const plain = lessonOn([])
    expect(plain.profile).toBeNull()
    expect(verdictOn(plain.reading)).toBe('review')
    const marks = marksOn(paper)
    const seen = marks.map((_, index) => lessonOn(marks.slice(0, index + 1)).reading)
    expect(seen[0]?.total).toBe(11_500)
    expect(seen[1]?.issuedAt).toBe(Date.UTC(2026, 10, 22, 5, 5, 9))
    expect(seen.at(-1)?.items).toMatchObject([
      { name: '별사탕', quantity: 2, amount: 6_000 },
      { name: '달고나 라떼', quantity: 1, amount: 5_500 },
    ])
    expect(seen.at(-1)?.receiptNumber).toBe('0007')
    expect(seen.map(verdictOn)).toEqual(['review', 'review', 'count', 'count', 'count', 'count'])
  })

  it('reads other papers of the same till, and goes through a file unchanged', () => {
    const again = profileIn(profileText(taught()))
    expect(again).toEqual(taught())
    const other = strangeBytes({
      number: '0019',
      when: '23/11/2026 09:00:00',
      items: [
        ['아주 긴 이름의 별사탕', 12, 1_000],
        ['엿', 1, 500],
        ['조청', 3, 4_500],
      ],
    })
    expect(readTaught(other, again)).toMatchObject({
      profile: '은하수',
      kind: 'sale',
      total: 26_000,
      receiptNumber: '0019',
      issuedAt: Date.UTC(2026, 10, 23, 0, 0, 0),
      problems: [],
    })
  })

  it('leaves papers of other layouts to the reader', () => {
    const known = printerBytes('달빛상회', [10], '합계 5,000', [10, 0x1d, 0x56, 0])
    expect(readTaught(known).profile).toBeNull()
  })

  it('takes words for a cancellation and for a second print from the paper that bears them', () => {
    const items = [['별사탕', 2, 3_000]] as const
    const cancelled = paperOf(strangeBytes({ items, mark: '도로물림' }))
    const lesson = teach({
      paper: cancelled,
      receivedAt,
      marks: [...marksOn(cancelled), at(cancelled, 'cancel', '도로물림')],
      name: '은하수',
      profiles: allProfiles,
    })
    expect(lesson.reading).toMatchObject({ kind: 'refund', total: -6_000, items: [{ amount: -6_000 }] })
    if (lesson.profile === null) throw new Error('nothing was learnt')
    expect(readTaught(one, lesson.profile).kind).toBe('sale')

    const second = paperOf(strangeBytes({ items, mark: '두벌째' }))
    const marks = [...marksOn(second), at(second, 'reprint', '두벌째')]
    expect(lessonOn(marks, strangeBytes({ items, mark: '두벌째' })).reading.reprint).toBe(true)
  })

  it('takes a word that was typed because it stands on other papers', () => {
    const { profile } = teach({
      paper,
      receivedAt,
      marks: marksOn(paper),
      words: [{ what: 'cancel', text: '도로 물림' }],
      name: '은하수',
      profiles: allProfiles,
    })
    if (profile === null) throw new Error('nothing was learnt')
    expect(readTaught(one, profile)).toMatchObject({ kind: 'sale', total: 11_500 })
    const back = strangeBytes({ items: [['별사탕', 2, 3_000]], mark: '도로물림' })
    expect(readTaught(back, profile)).toMatchObject({ kind: 'refund', total: -6_000 })
  })

  it('says which marks tell nothing', () => {
    const marks: Mark[] = [
      at(paper, 'date', '은하수'),
      at(paper, 'total', '은하수'),
      at(paper, 'number', '은하수'),
      at(paper, 'cancel', '11,500'),
    ]
    expect(lessonOn(marks).unclear).toEqual(['total', 'date', 'number', 'cancel'])
  })

  it.each([
    ['2026-11-22 14:05:09', '2026'],
    ['26.11.22 14:05:09', '26.11'],
    ['20261122 140509', '2026'],
    ['11/22/2026 02:05:09 PM', '11/22'],
    ['22-11-26 14:05:09', '22-11'],
    ['11월22일 14:05:09', '11월'],
  ])('understands a date printed as %s', (when, pointed) => {
    const bytes = strangeBytes({ when, items: [['엿', 1, 500]] })
    const lesson = lessonOn([at(paperOf(bytes), 'date', pointed)], bytes)
    expect(lesson.reading.issuedAt).toBe(Date.UTC(2026, 10, 22, 5, 5, 9))
  })

  it('reads a total whose label stands on the line above, and a list without a head', () => {
    const bytes = createPaperWriter()
      .line('별빛 가게')
      .line('그때 2026-11-22 14:05')
      .rule()
      .line('1 별사탕              3,000')
      .line('2 엿                  1,000')
      .rule()
      .line('다 해서')
      .line('               4,000')
      .cut()
      .bytes()
    const bare = paperOf(bytes)
    const marks = [
      at(bare, 'total', '4,000'),
      at(bare, 'date', '2026'),
      at(bare, 'name', '별사탕'),
      at(bare, 'amount', '3,000'),
    ]
    const { reading, profile } = lessonOn(marks, bytes)
    expect(reading).toMatchObject({
      total: 4_000,
      problems: [],
      items: [{ amount: 3_000 }, { amount: 1_000 }],
    })
    expect(verdictOn(reading)).toBe('count')
    expect(profile?.taught?.list?.rule).toBe(1)
  })
})

describe('papers that are no sale', () => {
  const notice = createPaperWriter()
    .centred('은하수 상회')
    .centred('물건 들어옴')
    .line('별사탕 20 60,000')
    .line('모두내실돈 60,000')
    .cut()
    .bytes()

  it('are known by lines that receipts do not bear', () => {
    const profile = teachNotSale(paperOf(notice), '들어옴', new Set(['은하수상회']))
    expect(profile?.fingerprint).toEqual(['^물건들어옴$'])
    if (profile === null) throw new Error('nothing was learnt')
    const reading = readTaught(notice, profile)
    expect(reading).toMatchObject({ kind: 'unknown', problems: ['not-a-sale'] })
    expect(verdictOn(reading)).toBe('set-aside')
    expect(readTaught(one, profile).profile).toBeNull()
  })

  it('cannot be told where every line stands on receipts too', () => {
    expect(teachNotSale(paperOf(notice), 'x', new Set(['은하수상회', '물건들어옴']))).toBeNull()
  })
})

describe('any marks on any paper', () => {
  it('give a reading, and a profile that its own file reader takes', () => {
    const place = fc.record({
      what: fc.constantFrom('total', 'date', 'name', 'quantity', 'amount', 'number', 'cancel', 'reprint'),
      line: fc.nat(25),
      start: fc.nat(45),
      end: fc.nat(45),
    })
    const text = fc.oneof(
      fc.string({ maxLength: 42 }),
      fc.constantFrom('합계 1,000', '---------', '^(a+)+$ 3'),
    )
    fc.assert(
      fc.property(fc.array(place, { maxLength: 8 }), fc.array(text, { maxLength: 12 }), (marks, lines) => {
        const bytes = printerBytes(...lines.flatMap((line) => [line, [10]]), 'x', [10, 0x1d, 0x56, 0])
        for (const printed of [one, bytes]) {
          const { profile, reading } = lessonOn(marks, printed)
          expect(reading.confidence).toBeLessThanOrEqual(1)
          if (profile === null) continue
          expect(profileIn(profileText(profile))).toEqual(profile)
          profileFrom(profile)
        }
      }),
      { numRuns: 150 },
    )
  })
})

const change = (by: (file: { profile: Record<string, unknown> }) => unknown): string => {
  const file: { profile: Record<string, unknown> } = JSON.parse(profileText(taught()))
  return JSON.stringify(by(file))
}

describe('a profile file', () => {
  it.each([
    ['no JSON', '{'],
    ['another format', '{"format":"x","version":1,"profile":{}}'],
    ['null', 'null'],
    ['an unknown field', change((file) => ({ ...file, profile: { ...file.profile, code: 'x' } }))],
    ['a name too long', change((file) => ({ ...file, profile: { ...file.profile, name: 'x'.repeat(41) } }))],
    ['no fingerprint', change((file) => ({ ...file, profile: { ...file.profile, fingerprint: [] } }))],
    ['a later version', change((file) => ({ ...file, version: 2 }))],
    [
      'a pattern that never ends',
      change((file) => ({ ...file, profile: { ...file.profile, fingerprint: ['(a+)+$'] } })),
    ],
    ['any letter', change((file) => ({ ...file, profile: { ...file.profile, fingerprint: ['.*'] } }))],
  ])('with %s is refused', (_, text) => {
    expect(() => profileIn(text)).toThrow(expect.objectContaining({ code: 'teaching.bad-profile' }))
  })
})
