import type { CallOutput, CallParsed } from '#shared/contract/index.ts'
import { businessDate, type EpochMs } from '#shared/dates.ts'
import { DangolError, isDangolError } from '#shared/errors.ts'
import { maskName } from '#shared/names.ts'
import type { CustomersService } from '../customers/customers.service.ts'
import type { Reader, UnitOfWork, Writer } from '../platform/db/statements.ts'
import type { Emit } from '../platform/emit.ts'
import type { Ids } from '../platform/ids.ts'
import { readShop } from '../shop/shop.service.ts'
import type { Slips } from '../slips/slips.service.ts'
import { dayOf } from '../tiers/day.service.ts'
import { codeOf } from './code.ts'
import { type Coupon, stateOf } from './coupon.ts'
import { couponValues } from './coupon-slip.ts'
import { countsByKind, couponsOf, eventsOf, findCoupon, latestOfKind, readSecret } from './coupons.repo.ts'
import type { CouponGiving } from './giving.service.ts'
import type { CouponsForMany, GivenToMany } from './many.service.ts'
import type { CouponRedeeming } from './redeeming.service.ts'
import { placeOf } from './sold.repo.ts'
import { targetNames } from './target-names.repo.ts'
import { addKind, addTerms, allKinds, isTier, latestTerms, readTerms, setActive } from './terms.repo.ts'
import type { Terms } from './terms.ts'

export type HeldCoupon = CallOutput<'coupons.look'>
type SlipRef = CallOutput<'coupons.print'>
type Asked = { readonly receiptId: number | null; readonly customerId: number | null }

/** Coupons at the counter and in the office. See the contract for what each throws. */
export interface CouponsService {
  kinds(): CallOutput<'coupons.kinds'>
  saveKind(kind: CallParsed<'coupons.saveKind'>): number
  setActive(kindId: number, active: boolean): void
  ofKind(kindId: number, limit: number): CallOutput<'coupons.ofKind'>
  ofCustomer(customerId: number, receiptId: number | null): HeldCoupon[]
  give(kindId: number, customerId: number, print: boolean): CallOutput<'coupons.give'>
  giveMany(kindId: number, customerIds: readonly number[]): Promise<GivenToMany>
  look(code: string, asked: Asked): HeldCoupon
  redeem(code: string, asked: Asked): HeldCoupon
  undoUse(couponId: number): HeldCoupon
  withdraw(couponId: number): void
  print(couponId: number): SlipRef
}

export interface CouponsParts {
  readonly reader: Reader
  readonly unit: UnitOfWork
  readonly ids: Ids
  readonly now: () => EpochMs
  readonly emit: Emit
  readonly customers: Pick<CustomersService, 'find'>
  readonly slips: Pick<Slips, 'addOf' | 'kick'>
  readonly giving: CouponGiving
  readonly redeeming: CouponRedeeming
  readonly many: CouponsForMany
  /** Whoever owes stamps gives the coupon of a full card back, now that it is unused again. */
  readonly settle: (tx: Writer, customerId: number, at: EpochMs) => void
}

const monthMs = 31 * 24 * 60 * 60_000

export const createCouponsService = (parts: CouponsParts): CouponsService => {
  const { reader, unit, ids, now, emit, customers, slips, giving, redeeming, many, settle } = parts

  const held = (from: Reader, coupon: Coupon, asked: Asked): HeldCoupon => {
    const terms = readTerms(from, coupon.termsId)
    if (terms === undefined) throw new DangolError('coupon.kind-not-found')
    const at = now()
    const state = stateOf(eventsOf(from, coupon.id))
    const used = state.state === 'used' ? state : null
    const receipt = used?.receiptId ?? null
    return {
      couponId: coupon.id,
      code: codeOf(readSecret(from) ?? new Uint8Array(), coupon.serial),
      customerId: coupon.customerId,
      terms: termsOut(terms),
      fromDate: coupon.fromDate,
      untilDate: coupon.untilDate,
      givenAt: coupon.at,
      state: state.state === 'open' ? standing(coupon, dayOf(from, at)) : state.state,
      usedAt: used?.use.at ?? null,
      usedAtPlace: used === null ? null : receipt === null ? used.use.place : placeOf(from, receipt),
      worth: used?.worth ?? null,
      ...verdictOn(() => redeeming.check(from, { ...asked, couponId: coupon.id, at })),
    }
  }
  const heldById = (from: Reader, couponId: number, asked: Asked): HeldCoupon => {
    const coupon = findCoupon(from, couponId)
    if (coupon === undefined) throw new DangolError('coupon.not-found')
    return held(from, coupon, asked)
  }
  const nobody: Asked = { receiptId: null, customerId: null }

  const addSlip = (tx: Writer, coupon: Coupon, at: EpochMs): SlipRef => {
    const terms = readTerms(tx, coupon.termsId)
    const customer = customers.find(tx, coupon.customerId)
    const shop = readShop(tx)
    if (terms === undefined) throw new DangolError('coupon.kind-not-found')
    return slips.addOf(tx, {
      kind: 'coupon',
      customerId: coupon.customerId,
      receiptId: null,
      at,
      businessDate: businessDate(at, shop.closes_at_hour),
      own: (number) =>
        couponValues({
          number,
          at,
          shopName: shop.name,
          maskedName: maskName(customer.name),
          code: codeOf(readSecret(tx) ?? new Uint8Array(), coupon.serial),
          terms,
          items: targetNames(tx, terms.targets),
          fromDate: coupon.fromDate,
          untilDate: coupon.untilDate,
        }),
    })
  }

  return {
    kinds() {
      const counts = new Map(countsByKind(reader).map((row) => [row.kind_id, row]))
      return allKinds(reader).map(({ terms, active }) => {
        const { given = 0, used = 0, worth = 0 } = counts.get(terms.kindId) ?? {}
        return { kindId: terms.kindId, active, terms: termsOut(terms), given, used, worth }
      })
    },
    saveKind: ({ kindId, terms }) =>
      unit.write((tx) => {
        const at = now()
        if (kindId !== null && latestTerms(tx, kindId) === undefined)
          throw new DangolError('coupon.kind-not-found')
        if (terms.tierId !== null && !isTier(tx, terms.tierId)) throw new DangolError('tier.not-found')
        const id = kindId ?? ids.next(at)
        if (kindId === null) addKind(tx, id, at)
        addTerms(tx, { ...terms, id: ids.next(at), kindId: id }, at)
        return id
      }),
    setActive(kindId, active) {
      if (!unit.write((tx) => setActive(tx, kindId, active))) throw new DangolError('coupon.kind-not-found')
    },
    ofKind: (kindId, limit) =>
      latestOfKind(reader, kindId, limit).map((coupon) => ({
        coupon: held(reader, coupon, nobody),
        maskedName: coupon.customerName === null ? null : maskName(coupon.customerName),
      })),
    ofCustomer(customerId, receiptId) {
      const since = now() - monthMs
      return couponsOf(reader, customerId)
        .map((coupon) => held(reader, coupon, { receiptId, customerId }))
        .filter(({ state, usedAt }) => state !== 'withdrawn' && (usedAt === null || usedAt >= since))
        .sort((a, b) => rank(a) - rank(b) || (a.untilDate ?? '9').localeCompare(b.untilDate ?? '9'))
    },
    give(kindId, customerId, print) {
      const at = now()
      const done = unit.write((tx) => {
        customers.find(tx, customerId)
        const coupon = giving.give(tx, { kindId, customerId, cause: `hand:${ids.next(at)}`, at })
        if (coupon === null) throw new DangolError('coupon.cannot-give')
        return { coupon: held(tx, coupon, nobody), slip: print ? addSlip(tx, coupon, at) : null }
      })
      slips.kick()
      return done
    },
    giveMany(kindId, customerIds) {
      if (latestTerms(reader, kindId) === undefined) throw new DangolError('coupon.kind-not-found')
      const of = new Set(customerIds).size
      return many.giveToMany(kindId, customerIds, (done, given) =>
        emit('coupons.progress', { kindId, done, of, given }),
      )
    },
    look: (code, asked) => held(reader, redeeming.find(reader, code), asked),
    redeem: (code, asked) =>
      unit.write((tx) => {
        const { id } = redeeming.find(tx, code)
        redeeming.redeem(tx, { ...asked, couponId: id, at: now() })
        return heldById(tx, id, asked)
      }),
    undoUse: (couponId) =>
      unit.write((tx) => {
        const at = now()
        redeeming.undo(tx, couponId, at)
        const { customerId } = heldById(tx, couponId, nobody)
        settle(tx, customerId, at)
        return heldById(tx, couponId, nobody)
      }),
    withdraw(couponId) {
      unit.write((tx) => {
        const at = now()
        heldById(tx, couponId, nobody)
        // What speaks against taking it back is what speaks against using it: it is used or withdrawn already.
        if (!giving.withdraw(tx, couponId, at))
          redeeming.check(tx, { couponId, receiptId: null, customerId: null, at })
      })
    },
    print(couponId) {
      const at = now()
      const slip = unit.write((tx) => {
        const coupon = findCoupon(tx, couponId)
        if (coupon === undefined) throw new DangolError('coupon.not-found')
        return addSlip(tx, coupon, at)
      })
      slips.kick()
      return slip
    },
  }
}

const verdictOn = (check: () => number | null): Pick<HeldCoupon, 'refusal' | 'wouldTake'> => {
  try {
    return { refusal: null, wouldTake: check() }
  } catch (error) {
    if (!isDangolError(error)) throw error
    return { refusal: { code: error.code, params: { ...error.params } }, wouldTake: null }
  }
}

const standing = (coupon: Coupon, today: string): 'open' | 'ended' | 'not-yet' => {
  if (coupon.untilDate !== null && coupon.untilDate < today) return 'ended'
  return coupon.fromDate > today ? 'not-yet' : 'open'
}

const termsOut = ({ id: _id, kindId: _kind, ...terms }: Terms): HeldCoupon['terms'] => ({
  ...terms,
  targets: [...terms.targets],
})

/** Usable now, open but not for this receipt, to come, over. */
const rank = (coupon: HeldCoupon): number => {
  if (coupon.state === 'open') return coupon.refusal === null ? 0 : 1
  return coupon.state === 'not-yet' ? 2 : 3
}
