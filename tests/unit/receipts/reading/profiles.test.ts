import { describe, expect, test } from 'vitest'
import { papersOf } from '#backend/receipts/paper/papers-of.ts'
import { allProfiles, profileData } from '#backend/receipts/reading/profiles/all.ts'
import { profileFrom } from '#backend/receipts/reading/profiles/profile.ts'
import { profileSchema } from '#backend/receipts/reading/profiles/schema.ts'
import { readPapers } from '#backend/receipts/reading/read.ts'
import { knownReceipts } from '../../../fixtures/receipts/known/index.ts'
import { paperOf, receivedAt } from './plain-paper.ts'

const own = {
  name: 'Own words',
  fingerprint: ['^견본말씨$'],
  labels: [
    { role: 'pay-total', rank: 5, words: ['낼 돈'] },
    { role: 'payment', method: 'voucher', words: ['동네돈'] },
  ],
  columns: ['quantity', 'amount'],
  quirks: { nameMarks: 'P' },
  sample: '',
}

const text =
  '견본말씨\n2026-10-01 14:30:11\n메뉴 수량 금액\nP라면 2 8,000\n------\n낼  돈 : 8,000\n동네돈 8,000'

describe('profiles', () => {
  test('A to J are there, each with a fixture that it recognises', () => {
    expect(profileData.map((profile) => profile.name.charAt(0)).join('')).toBe('ABCDEFGHIJ')
    for (const profile of profileData) {
      const sample = knownReceipts.find((receipt) => receipt.name === profile.sample)
      expect(sample?.name).toBe(profile.sample)
      if (sample === undefined) continue
      const readings = readPapers(papersOf(sample.bytes, sample.encoding), { receivedAt })
      expect(readings.map((reading) => reading.profile)).toContain(profile.name)
    }
  })

  test('a profile read from data makes a layout of its own words readable', () => {
    const paper = paperOf(text)
    const [generic] = readPapers([paper], { receivedAt, profiles: [] })
    const [taught] = readPapers([paper], { receivedAt, profiles: [profileFrom(profileSchema.parse(own))] })
    expect(generic?.payments).not.toEqual([{ method: 'voucher', amount: 8000 }])
    expect(taught).toMatchObject({
      profile: 'Own words',
      total: 8000,
      payments: [{ method: 'voucher', amount: 8000 }],
      items: [{ name: '라면', quantity: 2, amount: 8000 }],
    })
    expect(taught?.confidence).toBeGreaterThanOrEqual(0.9)
  })

  test.each([
    ['an unknown role', { ...own, labels: [{ role: 'sum', words: ['합'] }] }],
    ['a broken expression', { ...own, fingerprint: ['(견본'] }],
    ['no fingerprint', { ...own, fingerprint: [] }],
    ['a key that nobody knows', { ...own, code: 'x' }],
    ['an unknown method', { ...own, labels: [{ role: 'payment', method: 'gold', words: ['금'] }] }],
  ])('%s is refused', (_, data) => {
    expect(profileSchema.safeParse(data).success).toBe(false)
  })

  test('profiles that do not recognise a paper leave it alone', () => {
    const paper = paperOf(text.replace('낼  돈', '합계'))
    expect(readPapers([paper], { receivedAt, profiles: allProfiles })).toEqual(
      readPapers([paper], { receivedAt, profiles: [] }),
    )
  })
})
