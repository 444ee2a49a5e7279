import type { Commit } from '../journal/records.ts'

/** Units of work that could not be applied again, by what they were about. */
export interface Lost {
  readonly customers: number
  readonly points: number
  /** Read again out of what the POS sent, as far as that can be read. */
  readonly receipts: number
  readonly other: number
}

export const nothingLost: Lost = { customers: 0, points: 0, receipts: 0, other: 0 }

/** The first of these whose rows it wrote. */
const kinds = [
  ['receipts', /"(receipt|paper)"/],
  ['points', /"points_entry"/],
  ['customers', /"customer"/],
] as const

export const withLost = (lost: Lost, { statements }: Commit): Lost => {
  const wrote = statements.map(
    ({ sql }) => /^\s*(?:insert into|update|delete from) ("\w+")/i.exec(sql)?.[1] ?? '',
  )
  const kind = kinds.find(([, table]) => wrote.some((name) => table.test(name)))?.[0] ?? 'other'
  return { ...lost, [kind]: lost[kind] + 1 }
}
