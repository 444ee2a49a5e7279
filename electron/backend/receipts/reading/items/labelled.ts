import type { Line } from '../text/line.ts'
import type { DraftItem } from './draft.ts'

const nameLabel =
  /^\s*[[(*·■-]*\s*(?:유\s*종|품\s*명|상\s*품\s*명|상\s*품|품\s*목|메\s*뉴|제\s*품|이용\s*내역|내\s*역)\s*[\])]?\s*:\s*(\S.*)$/
const unitLabel = /^\s*단\s*가\s*:?\s*₩?([\d,]+)/
const quantityLabel = /^\s*(?:수\s*량|주\s*유\s*량|판매량|충전량)\s*:?\s*([\d,]+(?:\.\d+)?)/
const digits = /[\d,]{2,}\s*원?\s*$/

const numberIn = (text: string | undefined): number | null => {
  if (text === undefined) return null
  const value = Number(text.replaceAll(',', ''))
  return Number.isFinite(value) ? value : null
}

/**
 * One item told in labels instead of a list (`유종 : 휘발유`, `단가 : 1,650`, `주유량 : 30.303`), as filling
 * stations and small terminals print it. Its amount is the total.
 */
export const labelledItem = (lines: readonly Line[], total: number | null): DraftItem | null => {
  let name: string | null = null
  let unit: number | null = null
  let quantity: number | null = null
  for (const line of lines) {
    if (line.blank || line.rule) continue
    const named = nameLabel.exec(line.text)?.[1]
    if (named !== undefined && !digits.test(named)) name ??= named.trim()
    unit ??= numberIn(unitLabel.exec(line.text)?.[1])
    quantity ??= numberIn(quantityLabel.exec(line.text)?.[1])
  }
  if (name === null || total === null) return null
  return {
    names: [name],
    unit,
    quantity,
    amount: total,
    nameWidth: 0,
    stacked: false,
    bare: false,
    options: [],
    discount: 0,
  }
}
