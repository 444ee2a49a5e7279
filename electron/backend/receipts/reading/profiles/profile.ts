import type { ColumnRole } from '../items/columns.ts'
import type { DocumentKind } from '../reading.ts'
import type { TaughtDate } from '../taught/date.ts'
import type { TaughtList } from '../taught/list.ts'
import { type Lexicon, labelKey, lexicon } from '../vocabulary/lexicon.ts'
import type { Meaning } from '../vocabulary/meaning.ts'
import type { ProfileData } from './schema.ts'

/** A profile made ready: it only biases the generic reading, it never replaces it. */
export interface Profile {
  readonly name: string
  /** @param packed the paper's lines without blanks, one a line. */
  readonly matches: (packed: string) => boolean
  readonly lexicon: Lexicon
  readonly columns: readonly ColumnRole[]
  readonly kind: DocumentKind | null
  /** Marks to take off the beginning of a name; '' for none. */
  readonly nameMarks: string
  /** What an owner has shown; null for the profiles that come with the program. */
  readonly taught: Taught | null
}

export interface Taught {
  readonly list: TaughtList | null
  readonly date: TaughtDate | null
  readonly numberLabel: string | null
  readonly cancelWords: readonly string[]
  readonly reprintWords: readonly string[]
  readonly notSale: boolean
  readonly despite: DocumentKind | null
}

const meaningOf = (label: ProfileData['labels'][number]): Meaning => ({
  role: label.role,
  ...(label.method === undefined ? {} : { method: label.method }),
  ...(label.rank === undefined ? {} : { rank: label.rank }),
})

const taughtOf = (taught: NonNullable<ProfileData['taught']>): Taught => ({
  list: taught.list ?? null,
  date: taught.date ?? null,
  numberLabel: taught.numberLabel ?? null,
  cancelWords: taught.cancelWords ?? [],
  reprintWords: taught.reprintWords ?? [],
  notSale: taught.notSale ?? false,
  despite: taught.despite ?? null,
})

/** Compiles a checked profile once, for all the papers that it will meet. */
export const profileFrom = (data: ProfileData): Profile => {
  const fingerprint = data.fingerprint.map((source) => new RegExp(source, 'm'))
  const own = new Map<string, Meaning>()
  for (const label of data.labels) for (const word of label.words) own.set(labelKey(word), meaningOf(label))
  return {
    name: data.name,
    matches: (packed) => fingerprint.every((pattern) => pattern.test(packed)),
    lexicon: lexicon(own),
    columns: data.columns,
    kind: data.quirks.kind ?? null,
    nameMarks: data.quirks.nameMarks ?? '',
    taught: data.taught === undefined ? null : taughtOf(data.taught),
  }
}
