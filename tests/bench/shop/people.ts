import type { Random } from '#backend/devices/simulated/random.ts'
import { initialsOf } from '#shared/hangul.ts'

/** Somebody who does not exist. */
export interface Person {
  readonly name: string
  readonly initials: string
  /** 010-0000-0000 and the hundred thousand after it: numbers that are given to nobody. */
  readonly phone: string
}

const families =
  '김김김김이이이박박최최정강조윤장임한오서신권황안송류홍전고문양손배백허남심노하곽성차주우구민진나지엄채원'
const firsts = '민서지하도예시주은수현준유채다가승태재연소영성미정혜경동나라보선세아윤찬호희'
const seconds = '준윤우호원아연은서진현민빈율희영수정환훈석라나린경미주선찬결솔'
/** Prime to a hundred thousand, so that no number comes twice and last digits look as if by chance. */
const stride = 61_803

export const person = (random: Random, index: number): Person => {
  const letter = (letters: string): string => letters.charAt(random.between(0, letters.length - 1))
  const name = letter(families) + letter(firsts) + (random.chance(0.03) ? '' : letter(seconds))
  const number = String((index * stride) % 100_000).padStart(8, '0')
  return { name, initials: initialsOf(name), phone: `010${number}` }
}
