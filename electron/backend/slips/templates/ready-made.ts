import type { TemplateBlock } from '#shared/contract/slip-templates.ts'
import {
  barsOf,
  centred,
  columnsOf,
  listOf,
  onlyIf,
  qrOf,
  ruled,
  space,
  stampPicture,
  textOf,
  unless,
  within,
} from '#shared/slips/blocks.ts'
import type { SlipKind } from '#shared/slips/kinds.ts'

const large = { size: 'large', bold: true } as const
const shopHead = (): TemplateBlock[] => [centred('{가게 이름}', large), space()]
/** What a guest may need to find back. */
const shopFoot = (): TemplateBlock[] => [ruled(), centred('{가게 전화}'), centred('{가게 주소}')]

/** Who, what, and large what was earned and what there is now. */
const earn = (): TemplateBlock[] => [
  ...shopHead(),
  centred('단골 포인트 전표'),
  ruled(),
  columnsOf('{고객 이름} 님', '{고객 전화}'),
  columnsOf('일시', '{일시}'),
  columnsOf('전표 번호', '{전표 번호}'),
  ruled(),
  listOf('items'),
  ruled('thin', [onlyIf('has-items')]),
  columnsOf('받은 금액', '{받은 금액}'),
  columnsOf('사용한 포인트', '{사용 포인트}', { when: [onlyIf('sale')] }),
  space(),
  centred('이번에 적립', { when: [onlyIf('sale')] }),
  centred('{적립 포인트}', { size: 'huge', bold: true, when: [onlyIf('sale')] }),
  centred('이번에 사용', { when: [unless('sale')] }),
  centred('{사용 포인트}', { size: 'huge', bold: true, when: [unless('sale')] }),
  space(),
  centred('모은 포인트'),
  centred('{포인트}', large),
  space(1, [within('points-end', 1830)]),
  columnsOf('먼저 끝나는 포인트', '{끝나는 포인트}'),
  columnsOf('쓸 수 있는 날', '{포인트 끝나는 날}까지'),
  space(1, [onlyIf('has-rewards')]),
  ruled('thin', [onlyIf('has-rewards')]),
  listOf('rewards'),
  space(1, [onlyIf('has-stamps')]),
  stampPicture([onlyIf('has-stamps')]),
  space(1, [within('coupon-ends', 14)]),
  centred('곧 끝나는 쿠폰이 있어요', { bold: true, when: [within('coupon-ends', 14)] }),
  columnsOf('{끝나는 쿠폰}', '{쿠폰 끝나는 날}까지', { when: [within('coupon-ends', 14)] }),
  space(),
  ruled(),
  centred('{맺음말}'),
  centred('{가게 전화}'),
  qrOf('{가게 QR}'),
]

/** What, until when, on what condition, and the code three ways. */
const coupon = (): TemplateBlock[] => [
  centred('{가게 이름}', { bold: true }),
  centred('쿠폰'),
  ruled(),
  centred('{쿠폰 이름}', large),
  space(),
  centred('{쿠폰 혜택}', large),
  space(),
  centred('{쿠폰 기한}'),
  listOf('couponTerms', { align: 'center' }),
  centred('{고객 이름} 님께 드려요'),
  space(),
  qrOf('{쿠폰 번호}'),
  barsOf('{쿠폰 번호}'),
  centred('{쿠폰 번호}'),
  ruled(),
  centred('한 번만 쓸 수 있어요.'),
  centred('전표 번호 {전표 번호}'),
]

const tier = (): TemplateBlock[] => [
  ...shopHead(),
  centred('{고객 이름} 님의 등급'),
  space(),
  centred('{등급}', { size: 'huge', bold: true }),
  space(),
  centred('늘 찾아 주셔서 고마워요.'),
  ruled('double'),
  columnsOf('모은 포인트', '{포인트}'),
  columnsOf('{다음 등급}까지', '{다음 등급까지}'),
  columnsOf('쓸 수 있는 쿠폰', '{쓸 수 있는 쿠폰}'),
  columnsOf('받으신 날', '{날짜}'),
  ...shopFoot(),
]

const invitation = (): TemplateBlock[] => [
  ...shopHead(),
  centred('초대장', large),
  space(),
  centred('{고객 이름} 님이 소개하는 단골집이에요. 이 초대장을 가지고 한번 들러 주세요.'),
  space(),
  centred('소개해 주신 분께 {소개 포인트}을 드려요.', { bold: true }),
  centred('처음 오신 분께 {첫 방문 포인트}을 드려요.', { bold: true }),
  qrOf('{가게 QR}'),
  columnsOf('초대 번호', '{전표 번호}'),
  columnsOf('드린 날', '{날짜}'),
  ...shopFoot(),
]

const welcome = (): TemplateBlock[] => [
  ...shopHead(),
  centred('{고객 이름} 님, 반가워요', large),
  space(),
  centred('오늘부터 우리 가게 단골이세요. 다음에는 전화번호 뒷자리 네 개만 말씀해 주세요.'),
  ruled(),
  columnsOf('지금 포인트', '{포인트}'),
  columnsOf('{스탬프 카드}', '{스탬프}'),
  stampPicture(),
  centred('다 모으시면 {스탬프 선물}을(를) 드려요.'),
  centred('생일이 있는 달에는 {생일 포인트}을 더 드려요.'),
  space(),
  ruled(),
  centred('{맺음말}'),
  centred('{가게 전화}'),
  qrOf('{가게 QR}'),
]

const survey = (): TemplateBlock[] => [
  centred('{가게 이름}', { bold: true }),
  space(),
  centred('오늘 어떠셨어요?', large),
  space(),
  centred('휴대폰으로 아래 그림을 찍고 한 마디 남겨 주세요. 1분이면 돼요.'),
  qrOf('{가게 QR}'),
  centred('답해 주신 분께 {설문 포인트}을 드려요.', { bold: true }),
  textOf('더 나은 가게가 되도록 모두 읽어 볼게요.', { align: 'center' }),
  ruled(),
  columnsOf('날짜', '{날짜}'),
  columnsOf('번호', '{전표 번호}'),
]

/** Paper for the drawer: when the last copy was made, what is in it, and the code that tells it from any other. */
const proof = (): TemplateBlock[] => [
  centred('백업 확인', large),
  space(),
  centred('{가게 이름}'),
  ruled(),
  columnsOf('백업한 때', '{백업한 때}'),
  columnsOf('손님', '{백업 고객 수}'),
  columnsOf('영수증', '{백업 영수증 수}'),
  columnsOf('확인한 때', '{확인한 때}'),
  ruled(),
  centred('확인 번호'),
  centred('{확인 번호}', large),
  space(),
  textOf('되살릴 때 화면에 이 번호가 보이면 같은 백업이에요. USB와 암호를 따로 보관해 주세요.'),
]

const makers: Readonly<Record<SlipKind, () => TemplateBlock[]>> = {
  earn,
  coupon,
  tier,
  invitation,
  welcome,
  survey,
  proof,
}

const made = new Map<SlipKind, readonly TemplateBlock[]>()

/** What is printed until the owner says otherwise. */
export const readyMade = (kind: SlipKind): readonly TemplateBlock[] => {
  const known = made.get(kind) ?? makers[kind]()
  made.set(kind, known)
  return known
}
