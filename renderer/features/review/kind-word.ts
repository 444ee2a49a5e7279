import type { WordKey } from '#shared/i18n/index.ts'

const kindWords: Readonly<Record<string, WordKey>> = {
  sale: 'kind.sale',
  refund: 'kind.refund',
  order: 'kind.order',
  kitchen: 'kind.kitchen',
  'card-slip': 'kind.card-slip',
  settlement: 'kind.settlement',
  'waiting-number': 'kind.waiting-number',
  'image-only': 'kind.image-only',
  drawer: 'kind.drawer',
}

/** What kind of paper it is, in words. */
export const kindWord = (kind: string): WordKey => kindWords[kind] ?? 'kind.unknown'
