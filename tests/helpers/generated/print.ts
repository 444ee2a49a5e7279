import { centre, spread } from '../receipt-paper.ts'
import { clocks } from './clock.ts'
import { type Pen, penFor } from './pen.ts'
import { printGoods } from './print-goods.ts'
import { printSums } from './print-sums.ts'
import type { Random } from './random.ts'
import type { Sale } from './sale.ts'
import type { Style } from './style.ts'

const title = (sale: Sale, style: Style, random: Random): string => {
  if (!sale.refund)
    return random.pick(['영 수 증', '영수증', '*** 영 수 증 ***', '[ 영수증 ]', '매출 영수증'])
  if (style.refundBy === 'minus') return random.pick(['[반품] 영수증', '영수증'])
  return random.pick(['영수증(취소)', '취소 영수증', '거래취소', '환불 영수증'])
}

const footers = [
  '감사합니다. 또 오세요',
  '교환/환불은 7일 이내 영수증 지참',
  '와이파이 guest / 비밀번호 12345678',
  '다음 방문시 1,000원 할인!',
  '아메리카노 2,000원 행사중 (10/1~10/31)',
] as const

const printHead = (sale: Sale, style: Style, pen: Pen, random: Random): void => {
  pen.lines.push(
    `«c»«big»${title(sale, style, random)}«n»«l»`,
    random.pick(['견본상회 시험점', '가게이름 견본', '예시네 분식집']),
  )
  if (random.chance(0.7))
    pen.lines.push(`사업자번호 : 990-10-10006${random.chance(0.5) ? '  대표 홍길동' : ''}`)
  if (random.chance(0.5)) pen.lines.push('TEL : 02-000-1234')
  if (random.chance(0.3)) pen.lines.push('서울시 견본구 시험로 12, 1층 103호')
  const when = random.pick(['', '거래일시 : ', '판매일시: ', '일시 ']) + clocks[style.clock](sale.at)
  const number = `${style.labels.number} : ${sale.number}`
  const both = spread(style.width, when, number)
  if (random.chance(0.3) && both.length <= style.width - 8) pen.lines.push(both)
  else pen.lines.push(when, number)
}

const printFoot = (sale: Sale, style: Style, pen: Pen, random: Random): void => {
  if (random.chance(0.3)) {
    const masked = ['카드번호 : 9999-00**-****-1234', '승인번호 : 30012345']
    const card = sale.payments.find((payment) => payment.method === 'card')
    if (card && random.chance(0.5)) masked.push(`승인금액 : ${pen.money(card.amount)} (일시불)`)
    pen.lines.push(centre('*** 신용승인정보(고객용) ***', style.width), ...masked)
  }
  for (const line of footers) if (random.chance(0.25)) pen.lines.push(centre(line, style.width))
  if (random.chance(0.3)) pen.lines.push('적립포인트 : 120   누적포인트 : 3,400')
  pen.lines.push(random.pick(['«feed 4»«cut»', '«feed 3»«cut-i»', '«cut-feed»', '«feed 5»']))
}

/** One sale on paper: readable lines with markers, and which of them must not be lost. */
export const printSale = (sale: Sale, style: Style, random: Random): Pick<Pen, 'lines' | 'figureLines'> => {
  const pen = penFor(sale, style)
  printHead(sale, style, pen, random)
  printGoods(sale, style, pen)
  printSums(sale, style, pen, random)
  printFoot(sale, style, pen, random)
  return pen
}
