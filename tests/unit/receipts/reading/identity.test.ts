import { describe, expect, test } from 'vitest'
import { type Identity, identityOf } from '#backend/receipts/reading/identity.ts'
import { readText, receivedAt } from './plain-paper.ts'

const later = receivedAt + 3 * 60 * 60 * 1000

const sale = (title: string, at: string, more = ''): string =>
  `${title}\n견본카페\n${at}\n메뉴 수량 금액\n아메리카노 1 4,500\n합계 4,500\n카드 4,500\n${more}`

const identify = (text: string, at = receivedAt): Identity => identityOf(readText(text), at)

describe('what makes one sale one sale', () => {
  test('the same paper later, from another source or as a reprint has the same key', () => {
    const first = identify(sale('NO: 0001', '2026-10-01 14:30:11'))
    const again = identify(sale('NO: 0001 [재출력]', '2026-10-01 14:30:11'), later)
    expect(first.weak).toBe(false)
    expect(again.key).toBe(first.key)
    expect(again.joins).toBe(true)
  })

  test.each([
    ['another number', sale('NO: 0002', '2026-10-01 14:30:11')],
    ['another day', sale('NO: 0001', '2026-10-02 14:30:11')],
    ['its refund', sale('영수증(취소)\nNO: 0001', '2026-10-01 14:30:11')],
  ])('%s is another sale', (_, text) => {
    expect(identify(text).key).not.toBe(identify(sale('NO: 0001', '2026-10-01 14:30:11')).key)
  })

  test('without number, approval and seconds the key is weak, and copies find each other by content', () => {
    const first = identify(sale('영수증', '2026-10-01 14:30'))
    const copy = identify(sale('영수증 [재출력]', '2026-10-01 14:30'), later)
    expect(first).toMatchObject({ weak: true, joins: false })
    expect(copy).toMatchObject({ weak: true, joins: true, content: first.content })
  })

  test('the approval is a second name of the same sale', () => {
    const numbered = identify(sale('NO: 0001', '2026-10-01 14:30', '승인번호 30001112'))
    const unnumbered = identify(sale('영수증', '2026-10-01 14:30', '승인번호 30001112'))
    expect(unnumbered.weak).toBe(false)
    expect(numbered.aliases).toContain(unnumbered.key)
  })

  test('keys tell the day of the paper and nothing else', () => {
    expect(identify(sale('NO: 0001', '2026-10-01 14:30:11')).key).toMatch(/^20261001[\w-]{22}$/)
  })
})
