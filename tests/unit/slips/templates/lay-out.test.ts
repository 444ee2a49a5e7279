import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { encodeSlip } from '#backend/slips/encode.ts'
import { printableText } from '#backend/slips/printable.ts'
import { exampleValues } from '#backend/slips/templates/examples.ts'
import { layOut, layOutEach } from '#backend/slips/templates/lay-out.ts'
import { readyMade } from '#backend/slips/templates/ready-made.ts'
import { joinValues, noValues, type SlipValues } from '#backend/slips/templates/values.ts'
import { type TemplateBlock, templateBlock } from '#shared/contract/slip-templates.ts'
import { displayWidth } from '#shared/display-width.ts'
import {
  barsOf,
  centred,
  columnsOf,
  cutHere,
  listOf,
  logoOf,
  qrOf,
  stampPicture,
  textOf,
  within,
} from '#shared/slips/blocks.ts'
import { fieldIds, fieldLabel } from '#shared/slips/fields.ts'
import { slipKinds } from '#shared/slips/kinds.ts'
import { somePicture } from '../../../helpers/slip-pictures.ts'

const widths = [32, 42, 48] as const
const full = exampleValues('earn', Date.UTC(2026, 10, 22, 5, 2))
const textsOf = (
  blocks: readonly TemplateBlock[],
  values: SlipValues,
  columns: 32 | 42 | 48 = 42,
): string[] => layOut(blocks, values, columns).flatMap((block) => (block.type === 'text' ? [block.text] : []))
const saying = (fields: SlipValues['fields']): SlipValues => joinValues({ fields })

describe('fields', () => {
  test('are filled in; a line with one that knows nothing is left out, the others stay', () => {
    const block = textOf('{고객 이름} 님\n{등급} 등급\n고마워요')
    expect(textsOf([block], saying({ customerName: '김*희' }))).toEqual(['김*희 님', '고마워요'])
  })
  test('of two columns leave the line out only where none of them knows anything', () => {
    const blocks = [columnsOf('{고객 이름} 님', '{고객 전화}'), columnsOf('끝나는 날', '{포인트 끝나는 날}')]
    expect(textsOf(blocks, saying({ customerName: '이*' })).map((line) => line.trim())).toEqual(['이* 님'])
  })
  test('that are none stay as they were written', () => {
    expect(textsOf([textOf('{아무거나} {고객 이름}')], saying({ customerName: '박*준' }))).toEqual([
      '{아무거나} 박*준',
    ])
  })
  test.each([
    ['아메리카노', '을(를) 드려요', '아메리카노를 드려요'],
    ['소금빵', '을(를) 드려요', '소금빵을 드려요'],
    ['10%', '을(를) 드려요', '10%을(를) 드려요'],
    ['케이크', '(으)로 바꿔요', '케이크로 바꿔요'],
    ['물', '(으)로 바꿔요', '물로 바꿔요'],
    ['빵', '(으)로 바꿔요', '빵으로 바꿔요'],
  ])('%s takes its particle: %s', (stampReward, rest, said) => {
    expect(textsOf([textOf(`{스탬프 선물}${rest}`)], saying({ stampReward }))).toEqual([said])
  })
  test('never let what people are called change anything but its own line', () => {
    const values = saying({ customerName: '{포인트}\n$&\u001b@', points: '7점' })
    expect(textsOf([textOf('{고객 이름} {포인트}')], values)).toEqual(['{포인트} $& @ 7점'])
  })
})

const ends = (days: number): SlipValues => joinValues({ days: { 'coupon-ends': days } })

describe('conditions', () => {
  const blocks = [textOf('곧 끝나요', { when: [within('coupon-ends', 14)] })]
  test.each([
    [0, 1],
    [14, 1],
    [15, 0],
    [-1, 0],
  ])('a coupon that ends in %i days: %i line', (days, lines) => {
    expect(textsOf(blocks, ends(days))).toHaveLength(lines)
  })
  test('without a coupon there is none that ends, and "not" turns it round', () => {
    expect(textsOf(blocks, noValues)).toEqual([])
    const not = [textOf('여유 있어요', { when: [{ is: 'coupon-ends', not: true, days: 14 }] })]
    expect(textsOf(not, noValues)).toHaveLength(1)
    expect(textsOf(not, ends(3))).toHaveLength(0)
  })
})

test('a code stands in white, without the blanks that are for people, and only where it can be made', () => {
  const values = saying({ couponCode: '1000 0001 1234 5678' })
  const laid = layOut([centred('쿠폰'), qrOf('{쿠폰 번호}'), barsOf('{쿠폰 번호}')], values, 32)
  expect(laid.map(({ type }) => type)).toEqual(['text', 'feed', 'qr', 'bars'])
  expect(laid.flatMap((block) => ('content' in block ? [block.content] : []))).toEqual([
    '1000000112345678',
    '1000000112345678',
  ])
  expect(layOut([qrOf('한글'), qrOf('x'.repeat(200)), barsOf('x'.repeat(40))], values, 32)).toHaveLength(2)
})

const dots = (width: 'small' | 'middle' | 'full', columns: 32 | 42 | 48): number[] =>
  layOut([logoOf(1, width)], noValues, columns, () => ({ ...somePicture(), width: 160 })).flatMap((block) =>
    block.type === 'picture' ? [block.widthDots] : [],
  )

test('pictures are as wide as asked for, never wider than paper or themselves', () => {
  expect(dots('small', 32)[0]).toBe(128)
  expect(dots('full', 48)[0]).toBe(160)
  expect(layOut([logoOf(1)], noValues, 32)).toEqual([])
})

const black = (filled: number): number =>
  layOut([stampPicture()], { ...noValues, stamps: { filled, of: 10 } }, 32)
    .flatMap((block) => (block.type === 'picture' ? [...block.bits] : []))
    .reduce((sum, byte) => sum + byte.toString(2).replaceAll('0', '').length, 0)

test('stamps fill up, one by one, and are none for a card that cannot be drawn', () => {
  const counts = Array.from({ length: 11 }, (_, filled) => black(filled))
  expect(counts).toEqual(counts.toSorted((a, b) => a - b))
  expect(new Set(counts).size).toBe(11)
  for (const whole of [0, 61, Number.NaN])
    expect(layOut([stampPicture()], { ...noValues, stamps: { filled: 0, of: whole } }, 32)).toEqual([])
})

describe('whatever an owner writes', () => {
  const words = fc.string({
    unit: fc.oneof(
      fc.constantFrom(...Array.from('가나다라마바사아자차카타파하똠뷁 ')),
      fc.constantFrom(...Array.from('abcXYZ 0123,.()-!{}☕é漢\u001b\n')),
      fc.constantFrom(...fieldIds.map((field) => `{${fieldLabel(field)}}`)),
    ),
    maxLength: 40,
  })
  const look = { align: fc.constantFrom('left', 'center'), when: fc.constant([]) }
  const block = fc
    .oneof(
      fc.record({
        type: fc.constant('text'),
        text: words,
        size: fc.constantFrom('normal', 'tall', 'large', 'huge'),
        bold: fc.boolean(),
        inverse: fc.boolean(),
        ...look,
      }),
      fc.record({
        type: fc.constant('columns'),
        left: words,
        right: words,
        bold: fc.boolean(),
        when: look.when,
      }),
      fc.record({ type: fc.constantFrom('qr', 'bars'), content: words, when: look.when }),
      fc.constantFrom(cutHere(), stampPicture(), listOf('items'), listOf('rewards', { align: 'center' })),
    )
    .filter((candidate) => templateBlock.safeParse(candidate).success)
    .map((candidate) => templateBlock.parse(candidate))

  test.each(widths)(
    'at %i columns no line is wider than the paper, all of it prints, no letter is alone',
    (columns) => {
      fc.assert(
        fc.property(fc.array(block, { maxLength: 8 }), (blocks) => {
          for (const laid of layOutEach(blocks, full, columns, () => undefined)) {
            const lines = laid.flatMap((one) => (one.type === 'text' ? [one] : []))
            for (const line of lines) {
              expect(displayWidth(line.text) * line.width).toBeLessThanOrEqual(columns)
              expect(printableText(line.text)).toBe(line.text)
            }
          }
          expect(encodeSlip(layOut(blocks, full, columns), columns).length).toBeGreaterThan(0)
        }),
        { numRuns: 60 },
      )
    },
  )
  test('a sentence never ends in one letter on a line of its own', () => {
    const sentence = words.filter((text) => !text.includes('\n') && text.trim() !== '')
    fc.assert(
      fc.property(sentence, fc.constantFrom(...widths), look.align, (text, columns, align) => {
        const lines = textsOf([textOf(text, { align: align === 'left' ? 'left' : 'center' })], full, columns)
        expect(lines.length > 1 && Array.from(lines.at(-1) ?? '').length === 1).toBe(false)
      }),
      { numRuns: 100 },
    )
  })
})

test.each(slipKinds)('the ready-made template of %s is one that the contract takes', (kind) => {
  expect(templateBlock.array().parse(readyMade(kind))).toEqual(readyMade(kind))
})
