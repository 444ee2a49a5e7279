import { isoKorea, koreanTime } from '#shared/dates.ts'
import { displayWidth } from '#shared/display-width.ts'
import { formatNumber } from '#shared/won.ts'
import { simulatedShop } from './menu.ts'
import { createPaperWriter, leftIn, rightIn } from './paper-writer.ts'
import { extrasAmount, lineAmount, type SimulatedSale, taxOf } from './sale.ts'

const weekdays = ['일', '월', '화', '수', '목', '금', '토']
const nameColumns = 24

/** A franchise's POS at 42 columns: no unit price, a long name goes on in the next line, priced extras below. */
export const layoutB = (sale: SimulatedSale): Uint8Array => {
  const [date = '', time = ''] = isoKorea(sale.at).slice(0, 19).split('T')
  const { supply, vat } = taxOf(sale.total)
  const paper = createPaperWriter()
  paper.raw(0x1b, 0x40).centred('[고객용]')
  paper.line(`상    호: ${simulatedShop.name}`).line(`사업자NO: ${simulatedShop.businessNumber}`)
  paper.line(`대 표 자: ${simulatedShop.owner}`).line(`전화번호: ${simulatedShop.phone}`)
  paper.line('POS 번호: 01').line(`주문번호: ${String(sale.number).padStart(4, '0')}`)
  paper.line('접수유형: PD(매장)')
  paper.line(`거래일시: ${date} ${time} (${weekdays[koreanTime(sale.at).weekday]})`)
  paper
    .rule('=')
    .line(leftIn(nameColumns, '상 품 명') + rightIn(6, '수량') + rightIn(12, '금액'))
    .rule()
  for (const line of sale.lines) {
    const { name } = line.item
    const figure = figures(line.quantity, lineAmount(line))
    if (displayWidth(name) > nameColumns) {
      paper.line(name).line(leftIn(nameColumns, '') + figure)
    } else paper.line(leftIn(nameColumns, name) + figure)
    for (const extra of line.extras) {
      paper.line(leftIn(nameColumns, `    -${extra.name} (+)`) + figures(1, extra.price))
    }
  }
  paper.rule()
  const sum = sale.lines.reduce((total, line) => total + lineAmount(line) + extrasAmount(line), 0)
  paper.row('소  계', formatNumber(sum))
  if (sale.discount > 0) paper.row('할  인', formatNumber(-sale.discount))
  paper.size(1, 2).row('합  계', formatNumber(sale.total)).size(1, 1)
  paper.row('공급가액', formatNumber(supply)).row('부 가 세', formatNumber(vat)).rule()
  paper.row(sale.pay === 'card' ? '신용카드' : '현금', formatNumber(sale.total))
  if (sale.approval !== null) paper.line(`승인번호: ${sale.approval}`)
  paper.row('청구 금액', '0').rule('=').centred('또 오세요, 달빛이 비칠 때')
  return paper.cut().bytes()
}

const figures = (quantity: number, amount: number): string =>
  rightIn(6, String(quantity)) + rightIn(12, formatNumber(amount))
