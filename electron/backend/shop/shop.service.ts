import type { CallOutput, CallParsed } from '#shared/contract/index.ts'
import type { Reader, UnitOfWork, Writer } from '../platform/db/statements.ts'
import { changeShop, readShop } from './shop.repo.ts'

export interface ShopService {
  get(): CallOutput<'shop.get'>
  /** A new points rate counts for what is attached from now on; entries that stand keep theirs. */
  save(shop: CallParsed<'shop.save'>): void
}

/** The one rate of the settings, as the rule of points in force has it. */
export interface ShopRate {
  /** Basis points; null where the rule is no percentage. */
  now(): number | null
  /** Another one from today on, in the unit of work that writes it. */
  set(tx: Writer, basisPoints: number): void
}

export const createShopService = (reader: Reader, unit: UnitOfWork, rate: ShopRate): ShopService => ({
  get() {
    const row = readShop(reader)
    return {
      name: row.name,
      businessNumber: row.business_number,
      phone: row.phone,
      address: row.address,
      closesAtHour: row.closes_at_hour,
      pointsRateBp: rate.now() ?? row.points_rate_bp,
      footer: row.footer,
      qr: row.qr,
    }
  },
  save(shop) {
    unit.write((tx) => {
      if ((rate.now() ?? readShop(tx).points_rate_bp) !== shop.pointsRateBp) rate.set(tx, shop.pointsRateBp)
      changeShop(tx, {
        name: shop.name.normalize('NFC'),
        business_number: shop.businessNumber,
        phone: shop.phone,
        address: shop.address,
        closes_at_hour: shop.closesAtHour,
        points_rate_bp: shop.pointsRateBp,
        footer: shop.footer.normalize('NFC'),
        qr: shop.qr,
      })
    })
  },
})

export { readShop } from './shop.repo.ts'
