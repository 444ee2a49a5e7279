import type { CallInput } from '#shared/contract/index.ts'
import { wordsIn } from '../coupons/terms-draft.ts'
import type { Terms, Unit } from './prepaid-words.ts'

/** A product as it is written, figures as digits. */
export interface ProductDraft {
  readonly name: string
  readonly unit: Unit
  readonly price: string
  /** Times; an amount's is its price. */
  readonly times: string
  readonly bonus: string
  readonly single: string
  readonly words: string
  readonly others: Terms['targets']
  readonly months: string
  readonly penalty: string
  readonly countedAt: Terms['countedAt']
  readonly earns: Terms['earns']
  readonly fromDate: string
}

export const draftOf = (terms: Terms | null, today: string): ProductDraft => ({
  name: terms?.name ?? '',
  unit: terms?.unit ?? 'won',
  price: String(terms?.price ?? 50_000),
  times: String(terms?.unit === 'times' ? terms.paid : 10),
  bonus: String(terms?.bonus ?? 0),
  single: String(terms?.singlePrice ?? ''),
  words: terms?.targets.flatMap(({ word }) => word ?? []).join(', ') ?? '',
  others: terms?.targets.filter(({ word }) => word === null) ?? [],
  months: String(terms === null ? 60 : (terms.months ?? 0)),
  penalty: String(terms?.penaltyPercent ?? 10),
  countedAt: terms?.countedAt ?? 'normal',
  earns: terms?.earns ?? 'sale',
  fromDate: today,
})

export type DraftFault = 'name' | 'price' | 'times' | 'single' | 'date'

export const faultsOf = (draft: ProductDraft, today: string): ReadonlySet<DraftFault> => {
  const passes = draft.unit === 'times'
  const faults: [DraftFault, boolean][] = [
    ['name', draft.name.trim() === ''],
    ['price', Number(draft.price) < 1],
    ['times', passes && Number(draft.times) < 1],
    ['single', passes && Number(draft.single) < 1],
    ['date', draft.fromDate < today],
  ]
  return new Set(faults.flatMap(([fault, is]) => (is ? [fault] : [])))
}

/** What is saved of a draft without faults. @param sold false: no longer sold from that day on. */
export const termsOf = (draft: ProductDraft, sold: boolean): CallInput<'prepaid.saveProduct'>['terms'] => {
  const passes = draft.unit === 'times'
  return {
    fromDate: draft.fromDate,
    name: draft.name.trim(),
    sold,
    unit: draft.unit,
    price: Number(draft.price),
    paid: Number(passes ? draft.times : draft.price),
    bonus: Number(draft.bonus),
    singlePrice: passes ? Number(draft.single) : null,
    countedAt: draft.countedAt,
    months: draft.months === '0' ? null : Number(draft.months),
    penaltyPercent: Number(draft.penalty),
    earns: draft.earns,
    targets: passes
      ? [
          ...wordsIn(draft.words).map((word) => ({ productId: null, categoryId: null, word })),
          ...draft.others,
        ]
      : [],
  }
}
