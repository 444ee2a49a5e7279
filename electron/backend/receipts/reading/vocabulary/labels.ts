import type { Meaning } from './meaning.ts'

/** Labels without blanks and decoration, lower case; sources: LAYOUTS facts and common POS programs. */
const groups: readonly (readonly [Meaning, string])[] = [
  [
    { role: 'pay-total', rank: 5 },
    '받을금액 결제금액 총결제금액 결제하실금액 결제할금액 최종결제금액 최종금액 실결제금액 실결제액 받을돈 내실금액 ' +
      '총지불금액 지불금액 지불하실금액 결제총액 총결제액 결제합계 합계결제금액 납부금액 납부하실금액 계산금액 본인부담금 ' +
      '환자부담총액 환자부담금 수납금액 총수납액 지불액 결제액 결제예정금액 amountdue grandtotal totaldue balancedue ' +
      '총받을금액 손님이낸금액 고객이낸금액 낸금액 낼금액 낼돈 받으실금액 최종합계 실지불금액 순매출액 결제요금 판매합계금액',
  ],
  [
    { role: 'total', rank: 4 },
    '합계 총 계 결제 총합계 합계금액 총합계금액 총액 총계 총금액 총구매액 총구매금액 총매출액 판매총액 총판매금액 총판매액 구매합계 ' +
      '판매합계 total totalamount sum 합 합계액 총합 합산금액 금액합계 총요금 이용금액 총이용금액 영수금액 영수액 ' +
      '거래금액 총거래금액 청구합계 진료비총액 약제비총액 총주문금액 주문합계 총주문액 주문총액 매출합계 매출금액',
  ],
  [
    { role: 'subtotal', rank: 2 },
    '소계 주문금액 상품금액 판매금액 모두 subtotal sub-total 상품합계 상품합계금액 상품총액 메뉴금액 메뉴합계 음식금액 음식값 음식값합계 상품값 ' +
      '품목합계 매출액 판매액 구매금액 요금 금액 netsales net 객실료',
  ],
  [{ role: 'gross', rank: 1 }, '할인전금액 할인전합계 정상가합계 정상금액 정가합계 총정상금액 할인전'],
  [{ role: 'pay-total', rank: 5 }, '할인후금액 할인후합계 할인후결제금액 할인적용금액'],
  [
    { role: 'refunded', rank: 3 },
    '취소금액 반품금액 환불금액 환불액 반품합계 취소합계 취소합계금액 반품합계금액 환불합계 총취소금액 총환불금액 총반품금액 ' +
      '환불할금액 환불하실금액 반품액 취소액 refundtotal refund',
  ],
  [{ role: 'approved', rank: 2 }, '승인금액 카드승인금액 카드결제금액 승인액 결제승인금액 거래승인금액'],
  [
    { role: 'discount' },
    '할인 할인금액 할인액 할인합계 총할인 총할인금액 에누리 에누리액 특매할인 쿠폰할인 쿠폰사용 쿠폰 dc d/c 행사할인 즉시할인 ' +
      '제휴할인 멤버십할인 회원할인 통신사할인 임직원할인 절사 절사금액 단수할인 우수리 끝전할인 discount 할인계 할인총액 ' +
      '상품할인 카드할인 현장할인 프로모션할인 봉투할인 텀블러할인 단골할인 깎아드림 깎아줌 깎음 즉석할인 자투리할인 제휴 통신사제휴 제휴사',
  ],
  [{ role: 'vat' }, '부가세 부가가치세 세액 vat tax 부가세액 부가세합계 부가세계 부가가치세액 세금'],
  [
    { role: 'supply' },
    '공급가 공급가액 공급대가 과세금액 과세물품가액 부가세과세물품가액 과세물품 과세합계 과세상품 과세품목 과세매출 과세 과세액 ' +
      '과세대상 과세공급가 과세공급가액 공급금액 과세물품금액 과세계 taxable supply netamount',
  ],
  [
    { role: 'exempt' },
    '면세 면세금액 면세물품가액 부가세면세물품가액 비과세 비과세금액 면세합계 면세물품 면세상품 면세품목 면세매출 면세액 영세 ' +
      '영세율 영세금액 면세물품금액 면세공급가액 면세계 taxfree taxexempt',
  ],
  [{ role: 'service' }, '봉사료 서비스료 servicecharge service s/c 봉사료10'],
  [
    { role: 'delivery' },
    '배달팁 배달료 배달비 배송비 배송료 배달요금 배달대행료 deliveryfee 배달팁금액 추가배달팁 포장비',
  ],
  [
    { role: 'received' },
    '예금 받은금액 받은돈 내신금액 받으신금액 투입금액 내신돈 결제받은금액 받은액 받음 받으심 내심 tendered received amounttendered 지급금액 고객지급액 현금받은금액 받은현금',
  ],
  [{ role: 'change' }, '거스름 거스름돈 거스름액 거스름금액 잔돈 change 거스름현금 현금거스름'],
  [
    { role: 'payment', method: 'card' },
    '신용카드 카드 체크카드 카드결제 신용카드금액 신용카드결제 신용액 신용 card creditcard credit 카드금액 카드결제액 신용결제 법인카드 ' +
      'visa mastercard master amex jcb unionpay 신용체크카드 ic카드 카드매출 만나서카드결제 후불카드 신용승인 신용금액 하이패스 교통카드 티머니 캐시비',
  ],
  [
    { role: 'payment', method: 'cash' },
    '현금 현금결제 현금금액 현금액 cash 만나서현금결제 현금지급 현금결제액 현금결제금액 현금소득공제',
  ],
  [
    { role: 'payment', method: 'easy-pay' },
    '간편결제 간편결제금액 카카오페이 네이버페이 삼성페이 토스페이 페이코 제로페이 애플페이 ssg페이 쓱페이 l페이 엘페이 ' +
      '알리페이 위챗페이 서울페이 배민페이 쿠페이 스마일페이 kakaopay naverpay samsungpay applepay tosspay payco zeropay ' +
      'alipay wechatpay 모바일결제 qr결제 앱카드간편결제 간편',
  ],
  [
    { role: 'payment', method: 'voucher' },
    '상품권 식권 기프트카드 기프티콘 모바일상품권 교환권 온누리상품권 지역화폐 지역사랑상품권 사랑상품권 모바일쿠폰 모바일교환권 ' +
      '선물카드 giftcard voucher 전자식권 모바일식권 바우처 문화상품권 상품권금액 식권금액 쿠폰결제',
  ],
  [
    { role: 'payment', method: 'prepaid' },
    '선결제 선불 완불 앱결제 온라인결제 바로결제 예치금 충전금 배달의민족선결제 요기요선결제 쿠팡이츠선결제 배달의민족 요기요 쿠팡이츠 ' +
      '선결제금액 선불카드 선불금 선불결제 사전결제 요기서결제 온라인선결제 prepaid 선불권 정액권 회원권 예약금 선금 선입금 계약금 땡겨요 ',
  ],
  [
    { role: 'payment', method: 'points' },
    '포인트 포인트금액 포인트결제 포인트사용 사용포인트 마일리지 마일리지사용 적립금사용 적립금 포인트사용액 포인트사용금액 ' +
      '포인트결제금액 사용마일리지 사용적립금 point 포인트차감',
  ],
  [
    { role: 'payment', method: 'transfer' },
    '계좌이체 무통장 무통장입금 송금 이체 계좌입금 입금액 통장입금 banktransfer transfer 계좌송금',
  ],
  [{ role: 'payment', method: 'other' }, '외상 기타 기타결제 외화 미수금 외상금액 other'],
  [
    { role: 'aside' },
    '준비할잔돈 미수 잔액 남은금액 미결제 미결제금액 현금영수증 총수량 합계수량 수량 건수 적립포인트 잔여포인트 누적포인트 ' +
      '가용포인트 총포인트 이번포인트 금회포인트 발생포인트 할부 할부개월 일시불 단가 포인트잔액 이용가능포인트 고객부담 ' +
      '현금영수증금액 소득공제 지출증빙 번호 할인율 적립금액 적립예정 적립율 ',
  ],
]

const table = new Map<string, Meaning>()
for (const [meaning, words] of groups) {
  for (const word of words.split(' ')) if (word !== '') table.set(word, meaning)
}

/** Labels that need no thinking. */
export const exactLabels: ReadonlyMap<string, Meaning> = table
