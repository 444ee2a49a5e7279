/** Why a paper was not understood, by the codes that readings carry. A code that is not here gets `other`. */
export const koProblems = {
  other: '이 종이에 아직 모르는 내용이 있어요.',
  'total-missing': '합계가 어디인지 찾지 못했어요.',
  'date-missing': '날짜와 시각을 찾지 못했어요.',
  'items-missing': '품목을 찾지 못했어요.',
  'items-unbalanced': '품목을 더한 금액이 합계와 달라요.',
  'payments-unbalanced': '결제 금액이 합계와 달라요.',
  'tax-unbalanced': '공급가액과 부가세를 더한 금액이 합계와 달라요.',
} as const
