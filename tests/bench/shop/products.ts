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
const kinds = [
  '라떼',
  '에이드',
  '스콘',
  '샌드위치',
  '케이크',
  '쿠키',
  '티',
  '스무디',
  '프라페',
  '주스',
  '모카',
  '콜드브루',
  '마키아토',
  '크루아상',
  '베이글',
  '머핀',
  '타르트',
  '마카롱',
  '푸딩',
  '와플',
  '브라우니',
  '토스트',
  '샐러드',
  '수프',
  '빙수',
  '원두',
] as const

/** Three hundred things that a café sells. */
export const products: readonly Product[] = [
  ...menu.map(({ name, price }) => ({ name, price })),
  ...seasons.flatMap((season, row) =>
    kinds.map((kind, column) => ({
      name: `${season} ${kind}`,
      price: 3000 + ((row * 7 + column * 13) % 60) * 100,
    })),
  ),
]
