import type { CopyMark } from '../reading.ts'
import type { Line } from '../text/line.ts'
import { remembered } from '../text/remembering.ts'

const copyWords: readonly (readonly [RegExp, CopyMark])[] = [
  [/주방(보관)?용|\[주방\]|\(주방\)|주방주문|주방전표|주방출력/, 'kitchen'],
  [/고객(보관)?용|회원용|손님용|구매자용|customercopy/i, 'customer'],
  [
    /(?:매장|가맹점|점포|상점|업소|가게|판매점)(?:보관)?용|사장님용|판매자용|청구용|카드사제출용|merchantcopy|storecopy/i,
    'shop',
  ],
  [/보관용/, 'keep'],
]
const anyCopy = /용|주방|copy/i
const reprintWords = /재출력|재발행|재인쇄|재발급|무효영수증|re-?print|duplicate|사본|복사본/i
const notReprint =
  /재발행(이|은|불가|되지|가능|시)|재발급(이|은|불가|되지|가능|시)|재출력(이|은|불가|가능|시)|(재발행|재발급|재출력)(문의|안내|요청|을|를|해)/
const longestMark = 34

const markIn = remembered(({ compact }: Line): CopyMark | null => {
  if (compact.length > longestMark || !anyCopy.test(compact)) return null
  return copyWords.find(([pattern]) => pattern.test(compact))?.[1] ?? null
})

const saysReprint = remembered(
  ({ compact }: Line): boolean =>
    compact.length <= longestMark && reprintWords.test(compact) && !notReprint.test(compact),
)

const cardBlock = /신용|카드|매출전표|승인|현금영수증/

/**
 * 고객용, 매장용, 주방용, 보관용: whom this print is for, by its first mark.
 * @param listEnd index of the first line below the item list; a card company's block below it marks itself, not
 * the paper. `lines.length` where there is no list.
 */
export const copyMarkOn = (lines: readonly Line[], listEnd: number): CopyMark | null => {
  for (const line of lines) {
    const mark = markIn(line)
    if (mark !== null && (line.index < listEnd || !cardBlock.test(line.compact))) return mark
  }
  return null
}

/** [재출력], 재발행, 무효영수증 … beside a title; sentences about reprints do not count. */
export const isReprint = (lines: readonly Line[]): boolean => lines.some(saysReprint)
