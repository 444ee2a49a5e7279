import type { Meaning } from './meaning.ts'

const aside: Meaning = { role: 'aside' }

/** For labels that are not in the list; the first that fits decides. On keys without blanks, lower case. */
export const labelPatterns: readonly (readonly [RegExp, Meaning])[] = [
  [
    /^원(거래|승인|영수|전표|주문|판매)|(번호|일시|일자|시간|시각|종류|구분|개월|기간|비율|율|no|매입사|발급사|카드사|회사)$/,
    aside,
  ],
  [/(수량|건수|개수|갯수|품목수|점수|인원|객수)$/, aside],
  [/현금영수증|소득공제|지출증빙/, aside],
  [/(포인트|point|적립금?|마일리지)(결제|사용|차감|금액)/, { role: 'payment', method: 'points' }],
  [/포인트할인/, { role: 'discount' }],
  [/^사용(포인트|적립금|마일리지)/, { role: 'payment', method: 'points' }],
  // A programme's name alone tells a payment or a balance: the arithmetic decides.
  [
    /^(?!.*(적립|누적|잔여|가용|잔액|남은|보유|발생|소멸|예정|이번|금회|총|현재|가능|누계|전|후)).{2,}포인트$/,
    { role: 'aside', method: 'points' },
  ],
  [/포인트|적립|마일리지|스탬프|누적|잔여|가용|잔액|이용가능/, aside],
  [/할인전|정상가/, { role: 'gross', rank: 1 }],
  [/할인후|할인적용/, { role: 'pay-total', rank: 5 }],
  [/할인|에누리|절사|우수리|끝전|disc(ount)?|^dc|dc$|쿠폰(사용|적용|차감)/, { role: 'discount' }],
  [/면세|비과세|영세/, { role: 'exempt' }],
  [/(과세|공급)(물품|금액|가|대가|매출|대상|합계|상품|품목)/, { role: 'supply' }],
  [/(합계|총액|총계|총금액|결제금액|total)\(?(부가세|vat)?(포함|inc)/, { role: 'total', rank: 4 }],
  [/부가(가치)?세|^vat|vat$|^tax\d*$/, { role: 'vat' }],
  [/배달(팁|료|비|대행|요금)|배송(비|료)/, { role: 'delivery' }],
  [/봉사료|servicecharge/, { role: 'service' }],
  [/^청구|청구(금액|액)$/, { role: 'aside', rank: 0.4 }],
  [/준비할|미수|미결제|남은|더받을|보증금잔/, aside],
  [/거스름|거슬러|잔돈/, { role: 'change' }],
  [/tender|amountreceived/, { role: 'received' }],
  [/^change/, { role: 'change' }],
  [/(받은|받으신|내신|투입한?)(금액|돈|현금|액)/, { role: 'received' }],
  [/(받을|내실|결제하실|결제할|지불하실|납부하실|최종|실결제|실지불)/, { role: 'pay-total', rank: 5 }],
  [/소계|subtotal|(요금|금액|품목|매출|상품|판매|비용|대금|료)계$/, { role: 'subtotal', rank: 2 }],
  [/(취소|반품|환불)(총)?(금액|합계|액)/, { role: 'refunded', rank: 3 }],
  [/승인(요청)?(금액|액)|카드(결제|승인)(금액|액)/, { role: 'approved', rank: 2 }],
  [
    /[가-힣a-z](페이|머니)$|페이코|간편결제|[a-z]pay$|페이(결제|머니)/,
    { role: 'payment', method: 'easy-pay' },
  ],
  [/상품권|식권|기프트|기프티콘|교환권|지역화폐|바우처|온누리/, { role: 'payment', method: 'voucher' }],
  [
    /선결제|선불|완불|바로결제|앱결제|온라인결제|예치금|충전금|정액권|회원권|예약금|선입금|계약금/,
    { role: 'payment', method: 'prepaid' },
  ],
  [/계좌|이체|송금|무통장/, { role: 'payment', method: 'transfer' }],
  [/^총?결제(금액|액|합계)|결제금액$/, { role: 'pay-total', rank: 5 }],
  [/^(현금|cash)|현금(결제)?$|현금결제/, { role: 'payment', method: 'cash' }],
  [
    /^(신용|체크|카드|card|credit)|(카드|card)$|카드(결제|매출)|신용(결제|액)/,
    { role: 'payment', method: 'card' },
  ],
  [
    /^(총|구매|판매|주문|매출|결제|이용|합)[가-힣]{0,4}(합계|금액|총액|계|액)$|^총[가-힣]{1,4}(비|료|금|값)$|수납(금액|액)|합계금?액?$|^합계|총계|^total|total$/,
    { role: 'total', rank: 4 },
  ],
  [/금액$/, { role: 'subtotal', rank: 1 }],
]
