import { expect, test } from 'vitest'
import { createTill } from '#backend/devices/simulated/receipt-bytes.ts'
import { papersOf } from '#backend/receipts/paper/papers-of.ts'
import { encodeSlip } from '#backend/slips/encode.ts'
import { markedReprint } from '#backend/slips/reprint.ts'
import { cutHere as cut, textBlock } from '#backend/slips/slip-block.ts'
import { businessDate } from '#shared/dates.ts'
import { centred, columnsOf, onlyIf, textOf, within } from '#shared/slips/blocks.ts'
import { type BackendLab, startOpenLab } from '../../../helpers/backend-lab.ts'

const today = businessDate(Date.now())

const shop = async () => {
  const lab = await startOpenLab()
  await lab.call('printers.save', {
    id: 'screen',
    name: '화면',
    enabled: true,
    columns: 42,
    kind: 'screen',
  })
  const till = createTill({ seed: 5, returns: 0 })
  let sales = 0
  /** A sale on the line, attached. */
  const sale = async (customerId: number, print = true): Promise<void> => {
    sales += 1
    const bytes = till.next(Date.now() - 60_000 + sales * 1_000).bytes
    await lab.call('sources.importFile', {
      name: 'pos.bin',
      base64: Buffer.from(bytes).toString('base64'),
      encoding: 'cp949',
    })
    const [receipt] = await lab.call('receipts.recent', { limit: 1 })
    await lab.call('counter.attach', { receiptId: receipt?.id ?? 0, customerId, print })
  }
  return { lab, sale }
}
const join = async (lab: BackendLab, name: string, phone: string): Promise<number> => {
  const { customerId } = await lab.call('customers.join', {
    name,
    phone,
    memo: '',
    consent: { required: true, marketing: false },
  })
  return customerId
}
/** The newest slips' texts, the newest first. */
const slips = async (lab: BackendLab, limit = 20): Promise<string[]> =>
  (await lab.call('slips.recent', { limit })).map(({ svg }) =>
    [...svg.matchAll(/>([^<]+)<\/text>/g)].map(([, text]) => text).join('\n'),
  )

test('the template in force is what sales print; a reprint stays what the first print was', async () => {
  const { lab, sale } = await shop()
  const guest = await join(lab, '김영희', '010-0000-5678')
  const ending = [
    columnsOf('{끝나는 쿠폰}', '{쿠폰 끝나는 날}까지', { when: [within('coupon-ends', 14)] }),
    centred('처음 오셨네요', { when: [onlyIf('first-visit')] }),
    textOf('{고객 이름} 님 {포인트}'),
  ]
  await lab.call('slipTemplates.save', { kind: 'earn', blocks: ending })
  await sale(guest)
  const [first = ''] = await slips(lab)
  expect(first).toMatch(/^처음 오셨네요\n김\*희 님 \d+점$/)

  const { kindId } = await lab.call('coupons.saveKind', {
    kindId: null,
    terms: {
      name: '천 원 할인',
      benefit: 'amount',
      value: 1_000,
      most: null,
      leastSpend: 0,
      weekdays: 127,
      fromMinute: 0,
      toMinute: 0,
      validFrom: null,
      validTo: null,
      validDays: 10,
      perPerson: null,
      inAll: null,
      personal: true,
      occasion: 'hand',
      tierId: null,
      daysBefore: 0,
      absentDays: null,
      targets: [],
    },
  })
  await lab.call('coupons.give', { kindId, customerId: guest, print: true })
  const [given = ''] = await slips(lab)
  expect(given).toMatch(/천 원 할인[\s\S]*1,000원 할인[\s\S]*\d{4} \d{4} \d{4} \d{4}/)

  await sale(guest)
  const [second = ''] = await slips(lab)
  expect(second).toMatch(/^천 원 할인 +\d{4}-\d{2}-\d{2}까지/)

  await lab.call('slipTemplates.save', { kind: 'earn', blocks: null })
  const [latest] = await lab.call('slips.recent', { limit: 1 })
  await lab.call('slips.reprint', { slipId: latest?.id ?? 0 })
  expect((await slips(lab))[0]).toBe(` 재출력 \n${second}`)
  await sale(guest)
  expect((await slips(lab))[0]).toContain('단골 포인트 전표')
})

test('a welcome and a tier card come by themselves where the shop wants them, and only then', async () => {
  const { lab, sale } = await shop()
  await join(lab, '이민호', '010-0000-1111')
  await lab.call('tiers.savePlan', {
    fromDate: today,
    measure: 'visits',
    windowMonths: 12,
    graceDays: 0,
    levels: [{ tierId: null, name: '새싹', need: 1 }],
  })
  const before = await join(lab, '박서준', '010-0000-1234')
  await sale(before)
  expect(await slips(lab)).toHaveLength(1)

  await lab.call('slipTemplates.setAutomatic', { kind: 'welcome', on: true })
  await lab.call('slipTemplates.setAutomatic', { kind: 'tier', on: true })
  const guest = await join(lab, '김영희', '010-0000-5678')
  expect((await slips(lab))[0]).toContain('김*희 님, 반가워요')
  await sale(guest)
  const [card = '', earned = ''] = await slips(lab)
  expect(card).toMatch(/김\*희 님의 등급\n새싹/)
  expect(earned).toContain('단골 포인트 전표')
  // The tier is there: the next sale brings no second card; and who wants no paper gets none.
  await sale(guest)
  expect((await slips(lab))[0]).toContain('단골 포인트 전표')
  const count = (await slips(lab)).length
  await sale(await join(lab, '최지우', '010-0000-2222'), false)
  expect(await slips(lab)).toHaveLength(count + 1)
})

test('a preview for a real customer says what is true of them, and needs nothing saved', async () => {
  const { lab } = await shop()
  const customerId = await join(lab, '김영희', '010-0000-5678')
  await lab.call('customers.change', {
    customerId,
    change: {
      birthday: { calendar: 'solar', year: 1990, month: Number(today.slice(5, 7)), day: 15, leap: false },
    },
  })
  const blocks = [
    textOf('생일 축하해요', { when: [onlyIf('birthday-month')] }),
    textOf('{고객 이름} {고객 전화} {방문 횟수}'),
    textOf('{등급} 등급'),
    textOf('{백업한 때} {모름}'),
  ]
  const shown = await lab.call('slipTemplates.preview', { kind: 'welcome', blocks, columns: 32, customerId })
  expect(shown.svg).toContain('생일 축하해요')
  expect(shown.svg).toContain('김*희 ****-5678 0번')
  expect(shown.leftOut).toEqual([2, 3])
  expect(shown.troubles.map(({ block, is }) => [block, is])).toEqual([
    [3, 'field-elsewhere'],
    [3, 'unknown-field'],
  ])
  expect(await lab.call('slipTemplates.get', { kind: 'welcome' })).toMatchObject({ own: false })
})

const lines = (from: Uint8Array): string[][] =>
  papersOf(from, 'cp949').map((paper) =>
    paper.lines.map(({ text }) => text.trim()).filter((text) => text !== ''),
  )

test('each piece of a slip that is cut bears the mark of a reprint', () => {
  const bytes = encodeSlip([textBlock('위'), cut, textBlock('아래')], 42)
  expect(lines(bytes)).toEqual([['위'], ['아래']])
  expect(lines(markedReprint(bytes, 2, 42))).toEqual([
    ['재출력 2', '위'],
    ['재출력 2', '아래'],
  ])
})
