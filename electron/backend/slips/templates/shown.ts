import { businessDate, clockText, type EpochMs, isoKorea, koreanTime } from '#shared/dates.ts'
import type { SlipShop } from '../slip.ts'
import type { SlipValues } from './values.ts'

const weekdays = ['일', '월', '화', '수', '목', '금', '토'] as const

/** `2026-11-22 (일) 14:02` */
export const dateText = (at: EpochMs): string =>
  `${isoKorea(at).slice(0, 10)} (${weekdays[koreanTime(at).weekday] ?? ''}) ${clockText(at)}`

/** `2026-11-22 14:02` */
export const momentText = (at: EpochMs): string => `${businessDate(at)} ${clockText(at)}`

/** What every slip can say. @param number of the slip; '' where it has none. */
export const shopValues = (
  shop: SlipShop & { readonly address?: string | null },
  number: string,
  at: EpochMs,
): Pick<SlipValues, 'fields'> => ({
  fields: {
    shopName: shop.name,
    shopPhone: shop.phone ?? '',
    shopAddress: shop.address ?? '',
    shopFooter: shop.footer,
    shopQr: shop.qr,
    slipNumber: number,
    date: dateText(at).slice(0, -6),
    moment: dateText(at),
  },
})
