import type { Line } from '../text/line.ts'
import { remembered } from '../text/remembering.ts'
import type { Word } from '../text/words.ts'

/** What the words of the paper say about its kind, before anything is added up. */
export interface Signals {
  readonly printed: number
  readonly settlement: boolean
  readonly prepaidCharge: boolean
  readonly kitchen: boolean
  readonly orderTicket: boolean
  readonly preBill: boolean
  /** A table or an order is named as kitchens name them. */
  readonly ordering: boolean
  /** A sum of money is printed somewhere. */
  readonly money: boolean
  /** Balances carried over: an invoice to a customer on account. */
  readonly onAccount: boolean
  readonly waitingNumber: boolean
  readonly appOrder: boolean
  /** A title of a card company's slip. */
  readonly cardTitle: boolean
  readonly cardSlip: boolean
  readonly receiptTitle: boolean
  readonly cashReceipt: boolean
  /** A title or label says that a sale is taken back. */
  readonly refund: boolean
}

const settlementTitle =
  /(영업|일일|중간|마감|교대|일)\/?(중간|마감)?정산|정산(서|지|표|내역)|영업마감|마감(현황|보고|내역|영수증|집계)|시재(점검|내역|현황)|매출(현황|집계|보고|일보|마감|정산|조회|요약|통계|순위)|일계표|판매(현황|집계|일보)|[zx]-?(report|reading|리포트)|입출금(전표|내역)|돈통점검|준비금|(상품|시간|시간대|메뉴|분류|카드사|결제수단|품목|담당|사원|요일|부문)별(매출|판매|집계|현황|내역)/i
const settlementWord =
  /객수|객단가|순매출|총매출|카드매출|현금매출|과부족|준비금|시재|반품건수|매출건수|입금액|매출합계|건수|전일|누계|grosssales|netsales|transcount/i
const prepaidCharge = /선결제충전|선불(카드|금)?충전|충전(영수증|전표|내역)|포인트충전|예치금충전/
const kitchenMark =
  /주방(보관)?용|^[[(<*=\-\s]*주방[\])>*=\-\s]*|주방(주문|전표|출력|메모)|kitchen|\[주방[^\]]*\]|조리(용|지시)|주방프린터/im
const orderTicket = /고객주문서|주문서|주문표|주문전표|오더지|주문내역서|테이블주문/
const preBill = /중간계산서|가계산서|빌지|계산전|미결제내역|청구서|견적서|pre-?bill|guestcheck/i
const ordering =
  /^[[(<*=\-\s]*(추가|신규|변경|취소|홀|매장|포장|테이블)?주문(추가|취소|변경|서)?[\])>*=\-\s]*$|테이블(이동|합석|변경)|(테이블|룸|좌석)(번호|명)?:?[A-Z가-힣]?-?\d|홀\d+번?/im
const onAccount = /^(전일?|이?전|금일|현|총|외상|미수)(잔액|잔고|미수금?|미수잔액)[:]?-?[\d,]/
const waiting = /대기(번호|표|순번|인원|팀|접수)|번호표|웨이팅|waiting|호출번호|진동벨|교환번호/i
const appOrder =
  /배달의민족|배민|요기요|쿠팡이츠|땡겨요|위메프오|먹깨비|배달특급|배달비|배달번호|앱결제|주문이들어|새주문|신규주문|라이더|픽업번호|가게요청|배달요청|안심번호|사전결제여부|주문이접수|주문접수|배달주소|배달주문|배달팁|요청사항|앱주문|주문업소|포장주문|픽업주문|배달앱/
const strongOrder =
  /주문이접수|사전결제여부|^[[(<*=]*(배달의민족|배민\d?|요기요|쿠팡이츠|땡겨요|위메프오|먹깨비|배달특급)[\])>*=]*.*(주문|접수|배달|포장|배민|\])|주문업소|(배달|포장|픽업|배민1?|앱)주문(서|접수|전표)?[\])*=]*$|^[[(<*=]*(예약|즉시|새벽|당일)(배달|배송|포장|픽업)|신규주문|주문접수/m
const cardSlipWord =
  /매출전표|신용승인|카드번호|승인번호|매입사|가맹점번호|catid|단말기(번호|id)|전표no|발급사|카드사명|카드종류|승인금액|할부개월|서명|signature/i
const cardSlipTitle =
  /매출전표|신용(카드)?(승인|전표|매출)|ic신용|카드(승인|매출|전표)|승인전표|체크카드승인/i
const receiptTitle = /영수증|영수표|receipt|거래명세|계산서|간이영수/i
const cashReceipt = /현금영수증|소득공제|지출증빙/
const sentence =
  /(합니다|입니다|하세요|세요|습니다|바랍니다|됩니다|시기|가능|불가|이내|경우|지참|하시|문의|안내|규정|기간|방침|시에?$|시에는)/
const refundTitle =
  /^[[(<*=\-~★◆■\s]*(신용|체크|카드|현금|거래|결제|승인|영수증|주문|매출전표|전체|부분|당일|현금영수증|ic|매출|판매|전표|간편결제|예약|선결제|품목)*(승인|거래|결제|주문|매출|전표)?(취소|반품|환불)(완료|승인|거래|영수증|전표|내역|접수|처리|매출|매출전표|판매|되었습니다|건|주문|됨|내용)*([[(<].*[\])>])?[\])>*=\-~★◆■!.]*$/i
const refundBracket =
  /[[(<](승인|거래|결제|주문|카드|전체|부분|신용)?(취소|반품|환불)(거래|승인|영수증)?[\])>]/
const refundLabel =
  /^[[(<*]*(취소|반품|환불)(금액|일시|시간|일자|합계|합계금액|사유|총액|승인번호|번호|승인|완료)|^[[(<*]*(거래|승인|결제|주문)취소|원거래(승인)?(번호|일자|일시)|원영수증|원승인번호|취소영수증|반품영수증|환불영수증|거래구분:?(취소|반품|환불)|거래(유형|종류|구분):?(신용)?(승인)?(취소|반품|환불)|^[^a-z]*(refund|void)(amount|total|receipt|ed|sale|no)?[^a-z]*$/i
const englishRefund = /^[[(<*=\-\s]*(refund|void|return|cancel(led|ed)?)([\])>*=\-\s]|receipt|sale)*$/i
const longestTitle = 24
const titleArea = 12

const isTitle = remembered(
  (line: Line): boolean =>
    line.compact.length <= longestTitle &&
    !sentence.test(line.compact) &&
    !line.words.some((word) => word.figure?.grouped),
)

const anyRefund = /취소|반품|환불|원거래|원영수|원승인|refund|void|return|cancel/i

const saysRefund = remembered((line: Line): boolean => {
  const { compact } = line
  if (compact.length > 44 || !anyRefund.test(compact)) return false
  if (sentence.test(compact) && !/되었습니다/.test(compact)) return false
  if (/(취소|반품|환불)(금액|합계|건수)?:?0원?$/.test(compact)) return false
  if (compact.length <= longestTitle && (refundTitle.test(compact) || englishRefund.test(compact)))
    return true
  // A returned article within a list makes no return of the whole.
  const sum = line.words.some((word) => word.figure?.grouped)
  return (!sum && refundBracket.test(compact)) || refundLabel.test(compact)
})

const isMoney = (word: Word): boolean =>
  word.figure !== null && (word.figure.grouped || word.figure.unit === 'won')

/** Reads the paper's words for its kind; sentences in small print do not count. */
export const signalsOf = (lines: readonly Line[]): Signals => {
  const printed = lines.filter((line) => !line.blank && !line.rule)
  const top = printed.slice(0, titleArea)
  // Most papers hold none of these words: one look over the whole spares one at each line.
  const whole = printed.map((line) => line.compact).join('\n')
  const heading = top.map((line) => line.compact).join('\n')
  const titles = top
    .filter(isTitle)
    .map((line) => line.compact)
    .join('\n')
  const count = (pattern: RegExp): number =>
    pattern.test(whole) ? printed.filter((line) => pattern.test(line.compact)).length : 0
  const cardTitle = cardSlipTitle.test(titles)
  return {
    printed: printed.length,
    settlement: settlementTitle.test(titles) || count(settlementWord) >= 4,
    prepaidCharge: prepaidCharge.test(titles),
    kitchen: kitchenMark.test(titles),
    orderTicket: orderTicket.test(titles),
    preBill: preBill.test(titles),
    ordering: ordering.test(titles),
    money: printed.some((line) => line.words.some(isMoney)),
    onAccount: printed.some((line) => onAccount.test(line.compact)),
    waitingNumber:
      waiting.test(whole) && printed.some((line) => line.compact.length <= 30 && waiting.test(line.compact)),
    appOrder: strongOrder.test(heading) || count(appOrder) >= 2,
    cardTitle,
    cardSlip: cardTitle || count(cardSlipWord) >= 2,
    receiptTitle: receiptTitle.test(titles),
    cashReceipt: cashReceipt.test(titles),
    refund: anyRefund.test(whole) && printed.some(saysRefund),
  }
}
