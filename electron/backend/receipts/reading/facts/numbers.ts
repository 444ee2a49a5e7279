import type { Line } from '../text/line.ts'
import { remembered } from '../text/remembering.ts'

export interface Numbers {
  readonly receiptNumber: string | null
  readonly originalReceipt: string | null
  readonly approvalNumber: string | null
}

const value = '[:.#)\\]]*\\s*\\[?([A-Z0-9](?:[A-Z0-9/_-]*[A-Z0-9])?)'
const labelled = (words: string): RegExp =>
  new RegExp(`(?:${words})\\s*(?:No\\.?|NO\\.?|번\\s*호)?\\s*${value}`, 'i')

/** `영수증:3-0451`, `TRAN:000815`, `[전표] 12-7` anywhere in a line: a word, a separator, and a value that ends there. */
const separated = (words: string): RegExp =>
  new RegExp(
    `(?:^|[\\s[(])(?:${words})\\s*(?:No|NO)?\\s*[:.#)\\]]+\\s*#?\\[?((?=[A-Z-]*\\d[A-Z\\d-]*\\d)[A-Z0-9][A-Z0-9_-]*[A-Z0-9])(?=[\\s\\])|,]|$)`,
    'i',
  )

/** Best first: what names this very paper, then what names its order. */
const receiptLabels: readonly RegExp[] = [
  labelled(
    '영\\s*수\\s*증\\s*(?:번\\s*호|No|NO|#)|영수번호|영수\\s*(?:No|#)|RECEIPT\\s*(?:NO|NUMBER|#)|RCPT\\s*(?:NO|#)?',
  ),
  separated('영\\s*수\\s*증|영수|RECEIPT|RCPT'),
  labelled(
    '거\\s*래\\s*(?:번\\s*호|No|NO)|거래(?=\\s*[:#]?\\s*\\d{4,}(?:\\s|$))|판매\\s*(?:번호|No)|매출번호|발행\\s*번호|발권\\s*번호|TRAN(?:SACTION)?\\s*(?:NO|#|ID)|거래고유번호',
  ),
  separated('거래|판매|매출|발행|발권|TRAN|TRX|TR'),
  labelled(
    '전표\\s*(?:번호|No|NO)?\\s*[:.)]|전표\\s*(?:번호|No|NO)|BILL\\s*(?:NO|#)?\\s*[:.]?|빌\\s*번호|계산서\\s*번호|빌지번호',
  ),
  separated('전표|계산서|빌지|빌|BILL'),
  labelled(
    '주\\s*문\\s*(?:번\\s*호|No|NO)|구매\\s*번호|접수\\s*번호|ORDER\\s*(?:NO|NUMBER|#|ID)|오더\\s*번호|CHECK\\s*(?:NO|#)|CHK\\s*#?',
  ),
  separated('주문|구매|접수|ORDER|CHECK|CHK'),
  /(?:^|\s|\[)(?:NO|No|Nr|№)[.:#\s]*\[?((?=[A-Z-]*\d)[A-Z0-9](?:[A-Z0-9/_-]*[A-Z0-9])?)/,
  /^\s*(?:번\s*호|일련번호|순번|빌|BILL|전\s*표)[\s:.)#]+([A-Z0-9][A-Z0-9-]*)/,
  /(?:^|\s)#\s?(\d{2,8}(?:-\d{1,6}){0,3})(?=\s|$)/,
  /(?:^|\s)(?:TR|전표|거래)[\s:.#]+(\d{3,}[\d-]*)(?=\s|$)/,
  /\[영수증?\]\s*(\d[\d-]{2,})/,
  /^\s*(?:영수증|영수)\s*:\s*([A-Z0-9](?:[A-Z0-9/_-]*[A-Z0-9])?)/,
]
const titleNumber =
  /^[\s*[(<]*(?:주문|배달|포장|픽업)\s*#?\s*((?=[A-Z-]*\d)[A-Z0-9][A-Z0-9-]{1,10}[A-Z0-9])[\s*\])>]*$/
const originalLabel = labelled(
  '원\\s*거래\\s*(?:승인)?\\s*(?:번호|영수증|No|전표)?|원\\s*영수증\\s*(?:번호|No)?|원\\s*승인\\s*(?:번호)?|원\\s*전표\\s*(?:번호)?|원\\s*판매\\s*(?:번호)?|원\\s*주문\\s*(?:번호)?|원\\s*매출\\s*(?:번호)?|ORIGINAL\\s*(?:RECEIPT|NO)?',
)
const originalNumber = /원(거래|영수|승인|전표|판매|주문|매출)|original/i
const originalText = /원\s?(?:거래|영수|승인|전표|판매|주문|매출)|original/i
const approvalLabel = labelled(
  '승\\s*인\\s*번\\s*호|승인\\s*No|APPROVAL\\s*(?:NO|CODE|#)?|APPR\\s*(?:NO|CODE|#)?|AUTH\\s*(?:NO|CODE|#)?',
)
const notThisPaper =
  /카드|사업자|전화|(?<![a-z])tel(?![a-z])|회원|고객|가맹|차량|테이블|대기|phone|fax|단말|catid|tid|pos번호|현금영수증번호|우편|담당|사번|pos\s?no|모델|시리얼|상품번호|좌석|객실|계좌/i
const bareNumber =
  /^(?:.*\s)?(\d{4,8}-\d{2,4}-\d{3,6}|\d{4,8}-\d{3,6}|[A-Z]\d{2}-\d{4,6}|(?<=\d:\d\d\s+)\d{2}-\d{4,6})\s*$/
/** `2EC36P`, `A-317`: what apps and kiosks call an order. */
export const orderCode = /^#?(?=[A-Z0-9-]*\d)(?=[A-Z0-9-]*[A-Z])[A-Z0-9]+(?:-[A-Z0-9]+)?$/
const phoneLike = /^(?:0\d{1,2}-\d{3,4}-\d{4}|1[568]\d\d-\d{4})$/
const hasDigit = /\d/

const clean = (text: string | undefined): string | null => {
  if (text === undefined || !hasDigit.test(text)) return null
  return text.replace(/[-/]+$/, '')
}

const dateLike = /^(20)?\d{2}[-/.]\d{1,2}[-/.]\d{1,2}$/

const anyLabel =
  /번호|no|№|#|영수|전표|주문|bill|빌|접수|check|chk|order|receipt|rcpt|tran|거래|판매|계산서|순번|오더|발행|발권|구매|(?<![a-z])trx?[.:#]/i

const received = (line: Line): { rank: number; value: string } | null => {
  if (!anyLabel.test(line.compact)) return null
  if (
    notThisPaper.test(line.compact) &&
    !/영수증번호|거래번호|주문번호|전표번호|영수증(?:no|[:#\]])|주문no|bill/i.test(line.compact)
  )
    return null
  for (const [rank, pattern] of receiptLabels.entries()) {
    const found = clean(pattern.exec(line.text)?.[1])
    if (found !== null && !dateLike.test(found)) return { rank, value: found }
  }
  return null
}

/** What an app or a kiosk prints large. */
const bigCode = ({ compact }: Line): string | null =>
  compact.length >= 4 && compact.length <= 10 && orderCode.test(compact) ? compact.replace('#', '') : null

const bare = (line: Line): string | null => {
  const found = (titleNumber.exec(line.text) ?? bareNumber.exec(line.text))?.[1]
  if (found === undefined || phoneLike.test(found) || notThisPaper.test(line.compact)) return null
  return dateLike.test(found) ? null : found
}

const originalOn = (line: Line): string | null => {
  if (!originalNumber.test(line.compact) || /일시|일자|시간|금액/.test(line.compact)) return null
  return clean(originalLabel.exec(line.text)?.[1])
}

interface Told {
  readonly original: string | null
  readonly approval: string | null
  readonly labelled: { readonly rank: number; readonly value: string } | null
  readonly bare: string | null
}

const toldIn = remembered((line: Line): Told | null => {
  if (!hasDigit.test(line.compact)) return null
  const from = line.text.search(originalText)
  const original = from < 0 ? null : originalOn(line)
  if (from >= 0 && line.text.slice(0, from).trim() === '')
    return { original, approval: null, labelled: null, bare: null }
  const own = from < 0 ? line : { ...line, text: line.text.slice(0, from) }
  const approval = clean(approvalLabel.exec(own.text)?.[1])
  return { original, approval, labelled: received(own), bare: bare(own) }
})

/**
 * The paper's own number, the number of the sale that it takes back, and the card approval. A bare
 * number counts only at the top or beside the date, in the form that POS programs give it.
 */
export const numbersOn = (lines: readonly Line[]): Numbers => {
  let receipt: Told['labelled'] = null
  let original: string | null = null
  let approval: string | null = null
  let seen = 0
  for (const line of lines) {
    if (line.blank || line.rule) continue
    seen += 1
    const told = toldIn(line)
    if (told === null) continue
    original ??= told.original
    approval ??= told.approval
    if (told.labelled !== null && (receipt === null || told.labelled.rank < receipt.rank))
      receipt = told.labelled
    if (receipt === null && seen <= 14) {
      const found = (line.big ? bigCode(line) : null) ?? told.bare
      if (found !== null) receipt = { rank: 9, value: found }
    }
  }
  return { receiptNumber: receipt?.value ?? null, originalReceipt: original, approvalNumber: approval }
}
