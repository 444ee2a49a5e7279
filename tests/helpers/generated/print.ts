import { cellsOf, centre, left, right, row, spread, won } from '../receipt-paper.ts'
import type { Random } from './random.ts'
import { amountOf, type Good, type Sale, type SaleTime } from './sale.ts'
import type { Style } from './style.ts'

const two = (value: number): string => String(value).padStart(2, '0')
const weekday = (t: SaleTime): string =>
  '일월화수목금토'.charAt(new Date(Date.UTC(t.year, t.month - 1, t.day)).getUTCDay())

/** The moment as this POS writes it; minutes only where `seconds` is false. */
const clocks: Record<Style['clock'], (t: SaleTime) => string> = {
  seconds: (t) => `${t.year}-${two(t.month)}-${two(t.day)} ${two(t.hour)}:${two(t.minute)}:${two(t.second)}`,
  minutes: (t) => `${t.year}-${two(t.month)}-${two(t.day)} (${weekday(t)}) ${two(t.hour)}:${two(t.minute)}`,
  korean: (t) =>
    `${t.year}년 ${two(t.month)}월 ${two(t.day)}일 ${t.hour < 12 ? '오전' : '오후'} ${t.hour % 12 || 12}:${two(t.minute)}`,
  dots: (t) =>
    `${t.year}.${two(t.month)}.${two(t.day)}(${weekday(t)}) ${two(t.hour)}:${two(t.minute)}:${two(t.second)}`,
  short: (t) =>
    `${two(t.year % 100)}-${two(t.month)}-${two(t.day)} ${two(t.hour)}:${two(t.minute)}:${two(t.second)}`,
  slashes: (t) => `${t.year}/${two(t.month)}/${two(t.day)} ${two(t.hour)}:${two(t.minute)}`,
}
export const showsSeconds = (clock: Style['clock']): boolean =>
  clock === 'seconds' || clock === 'dots' || clock === 'short'

/** Cuts a name into pieces that fit so many cells. */
const wrapped = (text: string, width: number): string[] => {
  const pieces: string[] = ['']
  for (const letter of text) {
    const last = pieces.at(-1) ?? ''
    if (cellsOf(last + letter) > width) pieces.push(letter)
    else pieces[pieces.length - 1] = last + letter
  }
  return pieces
}

const spaced = (label: string): string =>
  /^[가-힣]{2}$/.test(label) ? `${label.charAt(0)}  ${label.charAt(1)}` : label

/** The lines of one receipt, items and sums; `figureLines` are those whose loss must be noticed. */
export interface Printed {
  readonly lines: string[]
  readonly figureLines: number[]
}

export const printSale = (sale: Sale, style: Style, random: Random): Printed => {
  const { width, labels } = style
  const lines: string[] = []
  const figureLines: number[] = []
  const rule = (): void => void lines.push(style.rule.repeat(width))
  const minus = sale.refund && style.refundBy === 'minus' ? '-' : ''
  const money = (value: number): string => `${value === 0 ? '' : minus}${won(value)}${style.unit}`
  const off = (value: number): string => `${minus ? '' : '-'}${won(value)}${style.unit}`
  const sumLine = (label: string, amount: string): void => {
    lines.push(spread(width, (style.spacedLabels ? spaced(label) : label) + style.colon, amount))
  }

  const amountWidth = style.unit === '' ? 10 : style.unit === '원' ? 12 : 13
  const nameWidth = width - (style.unitColumn ? 9 : 0) - 5 - amountWidth
  const figures = (good: Good): string =>
    (style.unitColumn ? right(won(good.price), 9) : '') +
    row([`${minus}${good.quantity}`, -5], [money(amountOf(good)), -amountWidth])

  const printGood = (good: Good, code: string): void => {
    const name = (good.exempt ? '*' : '') + good.name
    const mark = (): void => void (amountOf(good) > 0 && figureLines.push(lines.length))
    if (style.form === 'times') {
      lines.push(name)
      mark()
      lines.push(
        spread(width, `  ${won(good.price)}${style.times}${minus}${good.quantity}`, money(amountOf(good))),
      )
    } else if (style.form === 'number-line') {
      lines.push(name)
      mark()
      lines.push(left(code, nameWidth) + figures(good))
    } else {
      const [first = '', ...rest] = wrapped(name, nameWidth - 1)
      mark()
      lines.push(left(first, nameWidth) + figures(good), ...rest)
    }
    for (const option of good.options) {
      const label = `${style.optionMark}${option.name}`
      lines.push(option.amount === 0 ? label : label + right(money(option.amount), width - cellsOf(label)))
    }
    if (good.off > 0) {
      // Where the summary repeats it, its loss changes nothing.
      if (!style.repeatsItemDiscounts) figureLines.push(lines.length)
      lines.push(spread(width, `  ${labels.discount}`, off(good.off)))
    }
  }

  lines.push(
    '«c»«big»' + title(sale, style) + '«n»«l»',
    random.pick(['견본상회 시험점', '가게이름 견본', '예시네 분식집']),
  )
  if (random.chance(0.7)) lines.push(`사업자번호 : 990-10-10006${random.chance(0.5) ? '  대표 홍길동' : ''}`)
  if (random.chance(0.5)) lines.push('TEL : 02-000-1234')
  const when = `${random.pick(['', '거래일시 : ', '판매일시: ', '일시 '])}${clocks[style.clock](sale.at)}`
  lines.push(when, `${labels.number} : ${sale.number}`)
  rule()
  if (style.header) {
    lines.push(
      left(labels.name, nameWidth) +
        (style.unitColumn || style.form === 'times' ? right(labels.price, style.unitColumn ? 9 : 6) : '') +
        row([labels.quantity, style.form === 'times' ? -6 : -6], [labels.amount, -(amountWidth - 1)]),
    )
    rule()
  }
  for (const [at, good] of sale.goods.entries()) printGood(good, `00${100 + at}`)
  rule()

  const itemsOff = sale.goods.reduce((total, good) => total + good.off, 0)
  const gross = sale.total + sale.discount + itemsOff
  if (labels.subtotal !== null)
    sumLine(labels.subtotal, money(style.repeatsItemDiscounts ? gross : gross - itemsOff))
  const shownOff = sale.discount + (style.repeatsItemDiscounts ? itemsOff : 0)
  if (shownOff > 0)
    sumLine(labels.discount, random.chance(0.5) ? off(shownOff) : `${minus}${won(shownOff)}${style.unit}`)
  lines.push('«b»«join»')
  sumLine(labels.total, money(sale.total))
  lines.push('«/b»«join»')
  if (style.taxShown) {
    sumLine(labels.supply, money(sale.supply))
    sumLine(labels.vat, money(sale.vat))
    if (sale.exempt > 0) sumLine(labels.exempt, money(sale.exempt))
  }
  rule()
  const handedOver = sale.received !== null && random.chance(0.5) ? sale.received : null
  for (const payment of sale.payments) {
    sumLine(random.pick(paymentLabels[payment.method]), money(handedOver ?? payment.amount))
  }
  if (sale.received !== null) {
    if (handedOver === null) sumLine(labels.received, money(sale.received))
    sumLine(labels.change, money(sale.received - sale.total))
  }
  for (const line of footers) if (random.chance(0.25)) lines.push(centre(line, width))
  if (random.chance(0.3)) lines.push('적립포인트 : 120   누적포인트 : 3,400')
  if (random.chance(0.3)) lines.push('카드번호 : 9999-00**-****-1234', '승인번호 : 30012345')
  lines.push(random.pick(['«feed 4»«cut»', '«feed 3»«cut-i»', '«cut-feed»', '«feed 5»']))
  return { lines, figureLines }
}

const title = (sale: Sale, style: Style): string => {
  if (sale.refund && style.refundBy === 'title') return '영수증(취소)'
  return sale.refund ? '[반품] 영수증' : '영 수 증'
}

const paymentLabels: Record<Sale['payments'][number]['method'], readonly [string, ...string[]]> = {
  card: ['신용카드', '카드', '카드결제', '신용  카드', '체크카드'],
  cash: ['현금', '현 금', '현      금'],
  'easy-pay': ['간편결제', '간편결제(시험페이)', '견본페이'],
  prepaid: ['선결제', '선불카드', '선  결  제'],
  transfer: ['계좌이체'],
  points: ['포인트사용', '포인트 결제', '포인트'],
  voucher: ['상품권', '상  품  권'],
  other: ['기타'],
}

const footers = [
  '감사합니다. 또 오세요',
  '교환/환불은 7일 이내 영수증 지참',
  '와이파이 guest / 비밀번호 12345678',
  '다음 방문시 1,000원 할인!',
] as const
