/**
 * What a customer is shown or told when joining, after article 15 (2) of the Personal Information Protection
 * Act: purpose, items, how long, and that one may refuse and what follows from it. Advertising is asked for
 * apart (article 22, and article 50 of the Network Act) and never a condition. Kept word for word with each
 * consent; a change of wording is a new version.
 */
export interface ConsentWording {
  readonly version: number
  readonly required: string
  readonly marketing: string
}

export const firstWording = (shopName: string): ConsentWording => ({
  version: 1,
  required: [
    `[필수] 개인정보 수집·이용 동의 (${shopName})`,
    '· 목적: 단골 회원 확인, 포인트 적립과 안내, 구매 내역에 맞춘 응대',
    '· 항목: 이름(또는 부르는 이름), 휴대전화번호, 구매 일시·품목·금액, 포인트 내역',
    '· 보유 기간: 회원 탈퇴 때까지. 마지막 방문 후 3년이 지나면 지체 없이 파기해요. 다른 법이 보관하게 한 기록은 그 기간 동안만 따로 보관해요.',
    '· 동의하지 않을 수 있어요. 동의하지 않아도 구매에는 아무 불이익이 없고, 포인트 적립만 이용할 수 없어요.',
  ].join('\n'),
  marketing: [
    `[선택] 광고성 정보 수신 동의 (${shopName})`,
    '· 목적: 할인·이벤트·신메뉴 소식을 문자로 보내기',
    '· 항목: 이름(또는 부르는 이름), 휴대전화번호, 구매 내역',
    '· 보유 기간: 동의를 거두거나 회원에서 탈퇴할 때까지. 2년마다 수신 동의를 다시 확인해요.',
    '· 동의하지 않아도 회원 가입과 포인트 적립은 그대로 이용할 수 있고, 언제든지 거둘 수 있어요.',
  ].join('\n'),
})
