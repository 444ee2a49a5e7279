import type { Random } from '../devices/simulated/random.ts'

/** Somebody who does not exist. */
export interface DemoPerson {
  readonly name: string
  /** A number that is given to nobody: 010-0000-xxxx. */
  readonly phone: string
  readonly memo: string
  readonly marketing: boolean
  /** Days between visits, about. */
  readonly everyDays: number
  /** Days ago they joined, and (for those who stay away) came last. */
  readonly joinedDaysAgo: number
  readonly lastDaysAgo: number
  /** Hour of the day they usually come. */
  readonly hour: number
  /** Places in the menu, most liked first. */
  readonly favourites: readonly number[]
}

const families = Array.from(
  '김이박최정강조윤장임한오서신권황안송류홍전고문양손배백허남심노하곽성차주우구민진나지엄채원',
)
const firsts = Array.from('민서지하도예시주은수현준유채다가승태재연소영성미정혜경동')
const seconds = Array.from('준윤우호원아연은서진현민빈율희영수정환훈석라나린경미주선')
const memos = [
  '얼음 적게',
  '샷 하나 추가',
  '딸기 알레르기',
  '텀블러 사용',
  '따뜻하게, 연하게',
  '창가 자리',
  '늘 포장',
  '우유 대신 오트',
]

/** @param count at most 10,000, so that every phone is another one. */
export const demoPeople = (random: Random, count: number, menuSize: number): DemoPerson[] =>
  Array.from({ length: count }, (_, index) => person(random, index, menuSize))

const person = (random: Random, index: number, menuSize: number): DemoPerson => {
  const joinedDaysAgo = random.between(3, 365)
  const kind = random.next()
  const everyDays =
    kind < 0.1 ? random.between(2, 4) : kind < 0.45 ? random.between(6, 14) : random.between(15, 60)
  // One in five has stayed away for long.
  const away = random.chance(0.2) ? random.between(30, 200) : random.between(0, everyDays)
  return {
    name:
      letter(random, families) +
      letter(random, firsts) +
      (random.chance(0.04) ? '' : letter(random, seconds)),
    // 7,919 is prime: last digits look as if by chance, and none comes twice.
    phone: `0100000${String((index * 7919 + 1234) % 10_000).padStart(4, '0')}`,
    memo: random.chance(0.15) ? (memos[random.between(0, memos.length - 1)] ?? '') : '',
    marketing: random.chance(0.6),
    everyDays,
    joinedDaysAgo,
    lastDaysAgo: Math.min(away, joinedDaysAgo),
    hour: random.between(8, 20),
    favourites: [
      random.between(0, menuSize - 1),
      random.between(0, menuSize - 1),
      random.between(0, menuSize - 1),
    ],
  }
}

const letter = (random: Random, letters: readonly string[]): string =>
  letters[random.between(0, letters.length - 1)] ?? ''
