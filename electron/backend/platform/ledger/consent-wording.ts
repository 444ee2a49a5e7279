/**
 * What a customer is shown or told, after articles 15 (2), 22 and 23 of the Personal Information Protection Act: purpose,
 * items, how long, and that one may refuse and what follows from it. Everything but the first is asked for apart and
 * never a condition of joining: advertising and its hours (article 50 of the Network Act), what a shop would like to
 * know besides, health, and sharing points within a household. Kept word for word with each consent; a change of wording
 * is a new version.
 */
export const wordingKinds = ['required', 'marketing', 'night', 'details', 'sensitive', 'sharing'] as const
export type WordingKind = (typeof wordingKinds)[number]

export interface ConsentWording {
  readonly version: number
  readonly texts: Readonly<Record<WordingKind, string>>
}

export const firstWording = (shopName: string): ConsentWording => ({
  version: 1,
  texts: {
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
    night: [
      `[선택] 야간 광고성 정보 수신 동의 (${shopName})`,
      '· 목적: 밤 9시부터 아침 8시 사이에도 소식을 문자로 보내기',
      '· 항목과 보유 기간: 광고성 정보 수신 동의와 같아요.',
      '· 동의하지 않으면 이 시간에는 보내지 않아요. 다른 이용에는 아무 차이가 없고, 언제든지 거둘 수 있어요.',
    ].join('\n'),
    details: [
      `[선택] 추가 개인정보 수집·이용 동의 (${shopName})`,
      '· 목적: 생일과 기념일 챙기기, 배달과 안내, 취향에 맞춘 응대',
      '· 항목: 생일, 기념일, 성별, 주소, 방문 경로, 응대에 필요한 메모',
      '· 보유 기간: 동의를 거두거나 회원에서 탈퇴할 때까지',
      '· 동의하지 않아도 회원 가입과 포인트 적립은 그대로 이용할 수 있어요.',
    ].join('\n'),
    sensitive: [
      `[선택] 민감정보(건강) 수집·이용 동의 (${shopName})`,
      '· 목적: 알레르기와 건강 상태에 맞게 안전하게 응대하기',
      '· 항목: 알레르기, 피부·두피 상태 등 말씀해 주신 건강 정보',
      '· 보유 기간: 동의를 거두거나 회원에서 탈퇴할 때까지',
      '· 동의하지 않아도 회원 가입과 이용은 그대로예요. 다만 미리 챙겨 드리지 못할 수 있어요.',
    ].join('\n'),
    sharing: [
      `[선택] 가족·회사 포인트 함께 쓰기 동의 (${shopName})`,
      '· 목적: 같은 가족이나 회사의 회원과 포인트를 모아 쓰기',
      '· 항목: 이름(또는 부르는 이름), 포인트 잔액과 사용 내역을 묶음 안의 회원이 알 수 있어요.',
      '· 보유 기간: 동의를 거두거나 묶음에서 나올 때까지',
      '· 동의하지 않으면 내 포인트는 나만 써요. 언제든지 거둘 수 있어요.',
    ].join('\n'),
  },
})
