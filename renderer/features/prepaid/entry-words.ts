import type { WordKey } from '#shared/i18n/index.ts'

const words: Readonly<Record<string, WordKey>> = {
  sell: 'personPrepaid.entry.sell',
  opening: 'personPrepaid.entry.opening',
  use: 'personPrepaid.entry.use',
  'use-back': 'personPrepaid.entry.use-back',
  end: 'personPrepaid.entry.end',
  revive: 'personPrepaid.entry.revive',
  'give-back': 'personPrepaid.entry.give-back',
  keep: 'personPrepaid.entry.keep',
  void: 'personPrepaid.entry.void',
  unvoid: 'personPrepaid.entry.unvoid',
  extend: 'personPrepaid.entry.extend',
  move: 'personPrepaid.entry.move',
}

/** What an entry of prepaid is called. */
export const entryKindWord = (kind: string): WordKey => words[kind] ?? 'personPrepaid.entry.use'
