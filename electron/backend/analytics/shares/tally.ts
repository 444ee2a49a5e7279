import { type Differences, type SumTable, sumTables } from './tables.ts'

/** What changes in the sums, collected until it is written; what cancels out is not written at all. */
export interface Tally {
  add(table: SumTable, keys: readonly number[], sums: readonly number[]): void
  /** Only rows in which something changes. */
  differences(): Differences
}

export const createTally = (): Tally => {
  const tables = new Map<SumTable, Map<string, number[]>>()
  return {
    add(table, keys, sums) {
      let rows = tables.get(table)
      if (rows === undefined) {
        rows = new Map()
        tables.set(table, rows)
      }
      const name = keys.join(' ')
      const row = rows.get(name)
      if (row === undefined) {
        rows.set(name, [...keys, ...sums])
        return
      }
      for (const [place, value] of sums.entries())
        row[keys.length + place] = at(row, keys.length + place) + value
    },
    differences() {
      const found = new Map<SumTable, number[][]>()
      for (const [table, rows] of tables) {
        const from = sumTables[table].keys.length
        const changed = [...rows.values()].filter((row) =>
          row.some((value, place) => place >= from && value !== 0),
        )
        if (changed.length > 0) found.set(table, changed)
      }
      return found
    },
  }
}

const at = (row: readonly number[], place: number): number => row[place] ?? 0
