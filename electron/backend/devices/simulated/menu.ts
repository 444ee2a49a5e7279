import type { Won } from '#shared/won.ts'

export interface MenuItem {
  readonly code: string
  readonly name: string
  readonly price: Won
  /** How often it is ordered against the others. */
  readonly weight: number
}

/** A café that does not exist. */
export const simulatedShop = {
  name: '달빛정류장',
  businessNumber: '1234567891',
  owner: '한달빛',
  address: '가온시 나루구 달빛로 12',
  phone: '02-0000-1234',
} as const

export const menu: readonly [MenuItem, ...MenuItem[]] = [
  { code: '000101', name: '아메리카노(HOT)', price: 4000, weight: 10 },
  { code: '000102', name: '아메리카노(ICE)', price: 4500, weight: 18 },
  { code: '000103', name: '카페라떼(HOT)', price: 4800, weight: 7 },
  { code: '000104', name: '카페라떼(ICE)', price: 5000, weight: 9 },
  { code: '000105', name: '바닐라라떼', price: 5500, weight: 5 },
  { code: '000106', name: '콜드브루', price: 5200, weight: 4 },
  { code: '000201', name: '유자차', price: 5800, weight: 3 },
  { code: '000202', name: '얼그레이', price: 4800, weight: 2 },
  { code: '000203', name: '딸기스무디', price: 6500, weight: 3 },
  { code: '000301', name: '크루아상', price: 4200, weight: 6 },
  { code: '000302', name: '소금빵', price: 3500, weight: 7 },
  { code: '000303', name: '바스크치즈케이크', price: 7200, weight: 3 },
  { code: '000304', name: '쑥인절미와플', price: 8900, weight: 2 },
  { code: '000401', name: '원두 드립백 10개입', price: 15_000, weight: 1 },
]

/** Extras at a price, printed under the drink they belong to. */
export const extras: readonly [MenuItem, ...MenuItem[]] = [
  { code: '000901', name: '샷추가', price: 500, weight: 3 },
  { code: '000902', name: '오트밀크 변경', price: 700, weight: 1 },
  { code: '000903', name: '사이즈업', price: 1000, weight: 2 },
]
