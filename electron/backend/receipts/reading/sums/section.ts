import type { Line } from '../text/line.ts'

/** Blocks under the sums that repeat figures for somebody else. */
export type Section = 'main' | 'card' | 'cash-receipt' | 'member'

const card =
  /신용승인|카드승인|승인정보|승인내역|카드매출|매출전표|카드결제(정보|내역)|신용카드(정보|내역)|카드(정보|내역)|결제승인|ic(신용)?승인|신용거래/i
const cashReceipt = /현금영수증|소득공제|지출증빙|자진발급/
const member =
  /회원정보|포인트(정보|내역|적립|안내|현황)|적립(내역|정보|안내)|멤버십|마일리지(정보|내역)|회원(명|번호|등급)|고객정보|스탬프/
const sentence = /(합니다|입니다|하세요|세요|습니다|바랍니다|됩니다|시기|가능|불가)/
const longestTitle = 26

const any = /카드|신용|승인|매출|ic|현금|소득|지출|자진|회원|포인트|적립|멤버십|마일리지|고객|스탬프/i

/** The block that a line without figures opens; null when it opens none. */
export const sectionOpened = (line: Line): Section | null => {
  const { compact } = line
  if (compact.length > longestTitle || !any.test(compact) || compact.includes(':') || sentence.test(compact))
    return null
  if (line.words.some((word) => word.figure !== null)) return null
  if (cashReceipt.test(compact)) return 'cash-receipt'
  if (card.test(compact)) return 'card'
  return member.test(compact) ? 'member' : null
}
