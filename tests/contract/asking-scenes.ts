import { expect } from 'vitest'
import type { MethodName } from '#shared/contract/index.ts'
import type { BackendLab } from '../helpers/backend-lab.ts'
import { printerBytes } from '../helpers/printer-bytes.ts'

interface AskingScene extends BackendLab {
  /** A paper that nobody could read. */
  readonly paperId: number
}

type AskingMethod = Extract<
  MethodName,
  | 'review.twins'
  | 'review.answerRepeat'
  | 'review.sales'
  | 'review.joinRefund'
  | 'review.settled'
  | 'review.restore'
>

/** Neither a number nor seconds: nothing tells two of these apart. */
const plain = (title: string, sign: string): readonly (string | number | readonly number[])[] => [
  title,
  0x0a,
  '견본국수   2026-11-20 12:30',
  0x0a,
  '상품명            단가 수량     금액',
  0x0a,
  `칼국수           9,000    1   ${sign}9,000`,
  0x0a,
  `합계금액                      ${sign}9,000`,
  0x0a,
  `현금                          ${sign}9,000`,
  [0x0a, 0x1d, 0x56, 0x00],
]

const bring = (lab: AskingScene, bytes: Uint8Array) =>
  lab.call('sources.importFile', {
    name: 'pos.bin',
    base64: Buffer.from(bytes).toString('base64'),
    encoding: 'cp949',
  })

/** Two equal papers of one file: the second is asked about. */
const twoAlike = async (lab: AskingScene): Promise<number> => {
  await bring(lab, printerBytes(...plain('영수증', ''), ...plain('영수증', '')))
  const [asked] = await lab.call('review.list', {})
  return asked?.paperId ?? 0
}

const refundAlone = async (lab: AskingScene): Promise<number> => {
  await bring(lab, printerBytes(...plain('반품영수증', '-')))
  const asked = (await lab.call('review.list', {})).find((row) => row.kind === 'refund')
  return asked?.paperId ?? 0
}

/** A good call of every method of asking. */
export const askingScenes: { readonly [M in AskingMethod]: (lab: AskingScene) => Promise<void> } = {
  'review.twins': async (lab) => {
    const paperId = await twoAlike(lab)
    const { earlier, own } = await lab.call('review.twins', { paperId })
    expect([earlier.receipt.total, own.receipt.total]).toEqual([9_000, 9_000])
    expect(own.paperId).toBe(paperId)
    expect(await lab.refused('review.twins', { paperId: lab.paperId })).toMatchObject({
      code: 'review.not-asked',
    })
  },
  'review.answerRepeat': async (lab) => {
    const paperId = await twoAlike(lab)
    await lab.call('review.answerRepeat', { paperId, answer: 'one-sale' })
    expect(await lab.call('review.list', {})).toHaveLength(1)
    expect(lab.told('review.changed').at(-1)).toEqual({ count: 1 })
    expect(await lab.refused('review.answerRepeat', { paperId, answer: 'two-sales' })).toMatchObject({
      code: 'review.not-asked',
    })
  },
  'review.sales': async (lab) => {
    const paperId = await refundAlone(lab)
    expect(await lab.call('review.sales', { paperId, day: null })).toEqual([])
    expect(await lab.call('review.sales', { paperId, day: '2026-11-20' })).toEqual([])
    expect(await lab.refused('review.sales', { paperId: 1, day: null })).toMatchObject({
      code: 'paper.not-found',
    })
  },
  'review.joinRefund': async (lab) => {
    const paperId = await refundAlone(lab)
    expect(await lab.refused('review.joinRefund', { paperId, receiptId: 1 })).toMatchObject({
      code: 'receipt.not-found',
    })
    const [other] = (await lab.call('receipts.recent', { limit: 9 })).filter((row) => row.kind === 'sale')
    expect(
      await lab.refused('review.joinRefund', { paperId: lab.paperId, receiptId: other?.id ?? 0 }),
    ).toMatchObject({ code: 'review.not-asked' })
  },
  'review.settled': async (lab) => {
    expect(await lab.call('review.settled', {})).toEqual([])
    await lab.call('review.dismiss', { paperId: lab.paperId })
    expect(await lab.call('review.settled', {})).toMatchObject([{ paperId: lab.paperId, said: 'dismissed' }])
  },
  'review.restore': async (lab) => {
    await lab.call('review.dismiss', { paperId: lab.paperId })
    await lab.call('review.restore', { paperId: lab.paperId })
    expect(await lab.call('review.list', {})).toMatchObject([{ paperId: lab.paperId }])
    expect(await lab.refused('review.restore', { paperId: lab.paperId })).toMatchObject({
      code: 'review.not-asked',
    })
  },
}
