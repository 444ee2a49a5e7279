import type { Field, MoveKind, PersonField, SaleField } from '#shared/moving.ts'

/**
 * Headings of Korean lists, POS and points programs, without blanks, brackets and signs. What says "accumulated"
 * (`누적포인트`) is no balance and stands here on purpose nowhere.
 */
const people: Readonly<Partial<Record<PersonField | SaleField, string>>> = {
  name: '이름 성명 성함 고객명 고객이름 고객성명 회원명 회원이름 회원성명 손님 손님이름 고객 고객님 닉네임 예약자 예약자명 name customer customername fullname',
  phone:
    '전화 전화번호 휴대폰 휴대폰번호 휴대전화 휴대전화번호 핸드폰 핸드폰번호 연락처 연락처1 모바일 고객전화번호 고객연락처 고객휴대폰 회원전화번호 고객번호휴대폰 hp phone phonenumber mobile mobilephone tel cellphone contact',
  birthday: '생일 생년월일 생년월 출생일 생일자 고객생일 birth birthday birthdate dob dateofbirth',
  phone2:
    '전화2 전화번호2 휴대폰2 휴대폰번호2 핸드폰2 연락처2 보조전화 보조연락처 비상연락처 비상연락망 추가연락처 다른번호 집전화 집전화번호 자택전화 자택전화번호 유선전화 phone2 tel2 mobile2 homephone secondphone',
  anniversary: '기념일 기념일1 기념일2 결혼기념일 결혼일 anniversary weddinganniversary',
  lunar: '음력 음양 양음 음양력 양음력 음력여부 음양구분 양력음력 음력양력 lunar',
  gender: '성별 남녀 gender sex',
  address: '주소 상세주소 거주지 집주소 자택주소 주소1 주소2 지역 address addr',
  memo: '메모 비고 참고 참고사항 고객메모 특이사항 요청사항 특징 관리메모 상담내용 시술메모 note notes memo remark remarks comment',
  allergy: '알레르기 알러지 알레르기정보 allergy allergies',
  caution: '주의 주의사항 caution cautions',
  tags: '태그 그룹 고객그룹 분류 고객분류 등급 고객등급 회원등급 tag tags group grade',
  foundBy: '유입경로 방문경로 가입경로 알게된경로 소개 소개자 source channel',
  card: '카드번호 회원카드 회원카드번호 멤버십번호 멤버십카드 바코드 회원번호 cardnumber membershipno',
  joinedOn:
    '가입일 가입일자 가입일시 가입날짜 등록일 등록일자 등록일시 등록날짜 최초등록일 고객등록일 최초방문일 첫방문일 첫방문 최초적립일 joined joindate joinedon registered created createdat',
  points:
    '포인트 잔여포인트 보유포인트 현재포인트 가용포인트 사용가능포인트 포인트잔액 포인트잔여 잔액포인트 적립금 잔여적립금 보유적립금 적립금잔액 마일리지 잔여마일리지 보유마일리지 현재마일리지 points point balance mileage',
  marketing:
    '수신동의 광고수신 광고수신동의 광고동의 마케팅 마케팅동의 마케팅수신 마케팅수신동의 문자수신 문자수신동의 sms수신 sms수신동의 sms동의 메시지수신동의 광고성정보수신동의 수신여부 marketing marketingconsent optin',
}
const sales: Readonly<Partial<Record<PersonField | SaleField, string>>> = {
  date: '일자 날짜 일시 거래일 거래일자 거래일시 판매일 판매일자 판매일시 결제일 결제일자 결제일시 주문일 주문일자 주문일시 승인일 승인일자 승인일시 매출일 매출일자 매출일시 영업일 영업일자 방문일 방문일자 이용일 시술일 date datetime orderdate saledate paidat',
  time: '시간 시각 거래시간 거래시각 결제시간 결제시각 주문시간 판매시간 승인시간 승인시각 방문시간 time',
  number:
    '영수증번호 영수번호 주문번호 거래번호 전표번호 판매번호 결제번호 빌번호 계산번호 no 번호 receiptno receiptnumber ordernumber orderno billno',
  approval: '승인번호 카드승인번호 approvalno approvalnumber',
  item: '상품 상품명 품목 품목명 품명 메뉴 메뉴명 제품 제품명 항목 내역 시술 시술명 시술내역 서비스 서비스명 주문내역 주문상품 item product productname menu description',
  quantity: '수량 개수 갯수 판매수량 주문수량 qty quantity count',
  unitPrice: '단가 판매단가 판매가 가격 개당가격 unitprice price',
  amount: '상품금액 품목금액 메뉴금액 항목금액 판매금액 공급가 소계 amount subtotal linetotal',
  total:
    '합계 합계금액 총액 총금액 총합계 결제금액 총결제금액 실결제금액 실결제액 결제액 받은금액 받을금액 매출 매출액 매출금액 총매출 실매출 실매출액 순매출 승인금액 total grandtotal paid totalamount',
  discount: '할인 할인액 할인금액 총할인 할인합계 discount',
  method: '결제수단 결제방법 결제방식 결제구분 결제종류 지불수단 지불방법 payment paymentmethod method',
  status: '상태 거래상태 결제상태 주문상태 구분 거래구분 취소여부 매출구분 승인구분 status type',
  phone: people.phone ?? '',
  name: people.name ?? '',
}
/** Heads several things: what it is depends on what stands beside it. */
const ambiguous: ReadonlyMap<string, Field> = new Map([['금액', 'amount']])

const lists: Readonly<Record<MoveKind, ReadonlyMap<string, Field>>> = {
  customers: mapOf(people),
  sales: mapOf(sales),
}

function mapOf(words: Readonly<Partial<Record<PersonField | SaleField, string>>>): Map<string, Field> {
  const map = new Map<string, Field>()
  for (const [field, list] of Object.entries(words)) {
    for (const word of list.split(' ')) map.set(word, field as Field)
  }
  return map
}

/** `고객 전화번호(휴대폰) *` → `고객전화번호` */
export const headingKey = (heading: string): string =>
  heading
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\([^)]*\)|\[[^\]]*\]/g, '')
    .replace(/[^\p{L}\p{N}]/gu, '')

/** The field that a heading names in a list of that kind; null where it names none. */
export const fieldOfHeading = (kind: MoveKind, heading: string): Field | null => {
  const key = headingKey(heading)
  const bare = lists[kind].get(key)
  if (bare !== undefined) return bare
  const either = kind === 'sales' ? ambiguous.get(key) : undefined
  if (either !== undefined) return either
  // `휴대폰(필수)` is `휴대폰`; `(필수)휴대폰번호` too. A heading that is all bracket counts as what is in it.
  const inside = headingKey(heading.replace(/[()[\]]/g, ' '))
  return key === '' ? (lists[kind].get(inside) ?? null) : null
}
