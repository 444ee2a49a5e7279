import type { CallOutput, CallParsed } from '#shared/contract/index.ts'
import { businessDate, type EpochMs } from '#shared/dates.ts'
import { DangolError } from '#shared/errors.ts'
import type { Reader, UnitOfWork } from '../platform/db/statements.ts'
import type { Ids } from '../platform/ids.ts'
import { readShop } from '../shop/shop.service.ts'
import { openByProduct } from './holdings.repo.ts'
import { addProduct, addTerms, readTerms } from './terms.repo.ts'
import { termsOn } from './terms.ts'

/** What the shop sells prepaid, each as it holds from a day on. See the contract for what each throws. */
export interface PrepaidProducts {
  list(): CallOutput<'prepaid.products'>
  save(asked: CallParsed<'prepaid.saveProduct'>): number
}

export const createPrepaidProducts = (
  reader: Reader,
  unit: UnitOfWork,
  ids: Ids,
  now: () => EpochMs,
): PrepaidProducts => {
  const today = (): string => businessDate(now(), readShop(reader).closes_at_hour)
  return {
    list() {
      const day = today()
      const open = openByProduct(reader)
      return [...Map.groupBy(readTerms(reader), (one) => one.productId)].map(([productId, own]) => {
        const current = termsOn(own, day)
        return {
          productId,
          open: open.get(productId) ?? 0,
          terms: own.map(({ productId: _product, ...one }) => ({
            ...one,
            targets: [...one.targets],
            state: one.id === current?.id ? 'now' : one.fromDate > day ? 'to-come' : 'past',
          })),
        }
      })
    },
    save: ({ productId, terms }) =>
      unit.write((tx) => {
        const at = now()
        if (terms.fromDate < today()) throw new DangolError('reward.date-past')
        if (productId !== null && !readTerms(tx).some((known) => known.productId === productId))
          throw new DangolError('prepaid.product-not-found')
        const id = productId ?? ids.next(at)
        if (productId === null) addProduct(tx, id, at)
        addTerms(tx, { ...terms, id: ids.next(at), productId: id }, at)
        return id
      }),
  }
}
