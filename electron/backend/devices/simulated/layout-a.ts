import { isoKorea } from '#shared/dates.ts'
import { formatNumber } from '#shared/won.ts'
import { simulatedShop } from './menu.ts'
import { createPaperWriter, leftIn, rightIn } from './paper-writer.ts'
import { extrasAmount, lineAmount, type SimulatedSale, taxOf } from './sale.ts'

export type PrintedAs = 'sale' | 'refund' | 'reprint'

/**
 * A general POS at 42 columns: each name on a line of its own, then code, unit price, quantity, amount. A return
 * has the same title and a minus before quantity, amount, payment and tax.
 */
export const layoutA = (sale: SimulatedSale, as: PrintedAs): Uint8Array => {
  const sign = as === 'refund' ? -1 : 1
  const won = (amount: number): string => formatNumber(sign * amount)
  const [date = '', time = ''] = isoKorea(sale.at).slice(0, 19).split('T')
  const number = `${date.replaceAll('-', '')}-01-${String(sale.number).padStart(4, '0')}`
  const { supply, vat } = taxOf(sale.total)
  const paper = createPaperWriter()
  paper
    .raw(0x1b, 0x40)
    .size(2, 2)
    .centred(as === 'reprint' ? '영수증[재출력]' : '영수증')
    .size(1, 1)
  paper.line(`상호: ${simulatedShop.name}`)
  paper.line(`사업자번호: ${dashed(simulatedShop.businessNumber)}  대표: ${simulatedShop.owner}`)
  paper.line(`주소: ${simulatedShop.address}`).line(`전화: ${simulatedShop.phone}`)
  paper.line(`판매일시: ${date} ${time}`).line(`영수증번호: ${number}`).rule()
  paper.line(leftIn(14, '상품명') + rightIn(11, '단가') + rightIn(6, '수량') + rightIn(11, '금액')).rule()
  const item = (name: string, code: string, price: number, quantity: number): void => {
    paper.line(name)
    paper.line(
      leftIn(14, `  ${code}`) +
        rightIn(11, formatNumber(price)) +
        rightIn(6, formatNumber(sign * quantity)) +
        rightIn(11, won(price * quantity)),
    )
  }
  for (const line of sale.lines) {
    item(line.item.name, line.item.code, line.item.price, line.quantity)
    for (const extra of line.extras) item(extra.name, '000900', extra.price, 1)
  }
  paper.rule()
  const sum = sale.lines.reduce((total, line) => total + lineAmount(line) + extrasAmount(line), 0)
  paper.row('합계금액', won(sum))
  if (sale.discount > 0) paper.row('할인금액', formatNumber(sale.discount))
  paper.raw(0x1b, 0x45, 1).size(1, 2).row('받을금액', won(sale.total)).size(1, 1).raw(0x1b, 0x45, 0).rule()
  paper.row(' 부가세 과세물품가액', won(supply)).row(' 부       가      세', won(vat)).rule()
  paper.row(sale.pay === 'card' ? '신용  카드' : '현      금', won(sale.total))
  if (sale.approval !== null) {
    paper.centred('*** 신용승인정보(고객용) ***')
    paper.line('카 드 종 류: 가온카드').line('카 드 번 호: 0000-00**-****-0000')
    paper.line(`승 인 금 액: ${won(sale.total)} 일시불`).line(`승 인 번 호: ${sale.approval}`)
    paper.line(`승 인 일 시: ${date} ${time}`)
  }
  return paper.cut().bytes()
}

const dashed = (digits: string): string => `${digits.slice(0, 3)}-${digits.slice(3, 5)}-${digits.slice(5)}`
