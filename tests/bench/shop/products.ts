import { menu } from '#backend/devices/simulated/menu.ts'

export interface Product {
  readonly name: string
  readonly price: number
}

const seasons = [
  '봄',
  '여름',
  '가을',
  '겨울',
  '시그니처',
  '디카페인',
  '오트',
  '제주',
  '리얼',
  '더블',
  '미니',
] as const
const kinds = ['라떼', '에이드', '스콘', '샌드위치', '케이크', '쿠키'] as const

/** Eighty things that a café sells. */
export const products: readonly Product[] = [
  ...menu.map(({ name, price }) => ({ name, price })),
  ...seasons.flatMap((season, row) =>
    kinds.map((kind, column) => ({
      name: `${season} ${kind}`,
      price: 3000 + ((row * 7 + column * 13) % 60) * 100,
    })),
  ),
]
