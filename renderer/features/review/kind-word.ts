import type { WordKey } from '#shared/i18n/index.ts'

const kindWords: ReadonlyMap<string, WordKey> = new Map(
  Object.entries({
    sale: 'kind.sale',
    refund: 'kind.refund',
    order: 'kind.order',
    kitchen: 'kind.kitchen',
    'card-slip': 'kind.card-slip',
    settlement: 'kind.settlement',
    'waiting-number': 'kind.waiting-number',
    'image-only': 'kind.image-only',
    drawer: 'kind.drawer',
  } as const),
)

/** What kind of paper it is, in words. */
export const kindWord = (kind: string): WordKey => kindWords.get(kind) ?? 'kind.unknown'
