/** How large a generated shop is. */
export interface ShopPlan {
  readonly receipts: number
  readonly lines: number
  readonly customers: number
  readonly days: number
}

/** Receipts come in groups of eleven with 26 lines in them: 1.1 million receipts have exactly 2.6 million lines. */
export const linesOfAGroup = [1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4] as const

const tenYears: ShopPlan = { receipts: 1_100_000, lines: 2_600_000, customers: 50_000, days: 3650 }

/** The shop of ten years, or a part of it: its last days. @param receipts is rounded to whole groups. */
export const shopPlan = (receipts = tenYears.receipts): ShopPlan => {
  const groups = Math.max(1, Math.round(receipts / linesOfAGroup.length))
  const share = (groups * linesOfAGroup.length) / tenYears.receipts
  return {
    receipts: groups * linesOfAGroup.length,
    lines: groups * linesOfAGroup.reduce<number>((sum, lines) => sum + lines, 0),
    customers: Math.max(20, Math.round(tenYears.customers * share)),
    days: Math.max(1, Math.round(tenYears.days * share)),
  }
}
