import { isoKorea } from '#shared/dates.ts'
import { formatWon } from '#shared/won.ts'
import { simulatedShop } from './menu.ts'
import { createPaperWriter, leftIn, type PaperWriter, rightIn } from './paper-writer.ts'
import { lineAmount, type SimulatedSale, taxOf } from './sale.ts'

const nameColumns = 26

/**
 * A delivery app's order at 42 columns with CR LF: number first, amounts in 원, the shop's block last; after the
 * cut a copy for the kitchen without amounts.
 */
export const layoutC = (sale: SimulatedSale): Uint8Array => {
  const [date = '', time = ''] = isoKorea(sale.at).slice(0, 19).split('T')
  const number = `T${String(sale.number).padStart(4, '0')}`
  const { supply, vat } = taxOf(sale.total)
  const paper = createPaperWriter(42, [0x0d, 0x0a])
  paper.raw(0x1b, 0x40, 0x1b, 0x61, 2).size(2, 2).line(number).size(1, 1).raw(0x1b, 0x61, 0)
  paper.line('[배달의민족] 주문이 접수되었습니다.').line(`주문시간: ${date}, ${time.slice(0, 5)}`)
  paper
    .rule()
    .line(leftIn(nameColumns, '메뉴명') + rightIn(6, '수량') + rightIn(10, '금액'))
    .rule()
  for (const line of sale.lines) {
    item(paper, line.item.name, line.quantity, formatWon(lineAmount(line)))
    for (const extra of line.extras) item(paper, `  +${extra.name}`, 1, formatWon(extra.price))
  }
  if (sale.discount > 0) item(paper, '할인', 1, formatWon(-sale.discount))
  paper.rule().row('결제수단', '완불').row('총주문금액', formatWon(sale.total))
  paper.row('공급가', formatWon(supply)).row('부가세', formatWon(vat)).rule()
  paper.size(2, 2).line('총결제금액').raw(0x1b, 0x61, 2).line(formatWon(sale.total))
  paper.raw(0x1b, 0x61, 0).size(1, 1).rule()
  paper.line(simulatedShop.name).line(`사업자번호: ${simulatedShop.businessNumber}`)
  paper.line(simulatedShop.address).cut()
  paper.centred('[주방용]').size(2, 2).line(number).size(1, 1).rule()
  for (const line of sale.lines) {
    paper.row(line.item.name, String(line.quantity))
    for (const extra of line.extras) paper.row(`  +${extra.name}`, '1')
  }
  return paper.rule().cut().bytes()
}

const item = (paper: PaperWriter, name: string, quantity: number, amount: string): void => {
  paper.line(leftIn(nameColumns, name) + rightIn(6, String(quantity)) + rightIn(10, amount))
}
