import { guessAs, guessTable } from '../fields/columns.ts'
import { type Drafts, readRows, rowsOf } from '../fields/read-rows.ts'
import { readFile } from '../reading/read-file.ts'
import { type Table, textOf, UnreadableFile } from '../reading/table.ts'
import { refusedWorkbook } from './refused-workbook.ts'
import type { Ask, Look, Question, Talk } from './talk.ts'

/** Holds one file and answers about it. Slow on purpose nowhere, but always in a thread of its own. */
export interface FileDesk {
  answer(ask: Ask, tell: (done: number, total: number) => void): Promise<Talk[Question]['answer']>
}

const sampleRows = 5
const nothing: Drafts = { people: [], sales: [], rows: 0 }

export const createFileDesk = (): FileDesk => {
  let tables: Table[] = []
  let drafts = nothing
  let chosen = { sheet: 0, headerRow: -1 }

  const tableAt = (sheet: number): Table => {
    const table = tables[sheet]
    if (table === undefined) throw new Error('There is no such sheet')
    return table
  }

  const look = ({ sheet: wanted, kind, headerRow, own }: Talk['look']['ask']): Look => {
    // One that is not there: the answer says which one it is instead.
    const sheet = wanted !== null && wanted < tables.length ? wanted : fullest(tables)
    const table = tableAt(sheet)
    const first = kind === null ? guessTable(table, own) : guessAs(table, kind, own)
    const guess = headerRow === null ? first : guessAs(table, first.kind, own, headerRow)
    const below = rowsOf(table, guess.headerRow).slice(0, sampleRows)
    return {
      sheets: tables.map(({ name, rows }) => ({ name, rows: rows.length })),
      sheet,
      kind: guess.kind,
      headerRow: guess.headerRow,
      headings: guess.columns.map((_, index) =>
        guess.headerRow < 0 ? '' : textOf(table.rows[guess.headerRow]?.[index]),
      ),
      columns: [...guess.columns],
      own: guess.kind === 'customers' ? own.map(({ id, name }) => ({ id, name })) : [],
      sample: below.map(({ cells }) => guess.columns.map((_, index) => textOf(cells[index]))),
    }
  }

  const answers: {
    readonly [Q in Question]: (
      given: Talk[Q]['ask'],
      tell: (done: number, total: number) => void,
    ) => Talk[Q]['answer'] | Promise<Talk[Q]['answer']>
  } = {
    read({ bytes }) {
      tables = []
      drafts = nothing
      tables = readFile(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
      return { sheets: tables.length }
    },
    look,
    check(plan, tell) {
      const table = tableAt(plan.sheet)
      chosen = plan
      drafts = readRows(table, plan, (done) => tell(done, table.rows.length))
      return { rows: drafts.rows, drafts: drafts.people.length + drafts.sales.length }
    },
    people: ({ from, count }) => drafts.people.slice(from, from + count),
    sales: ({ from, count }) => drafts.sales.slice(from, from + count),
    rows({ lines }) {
      const table = tableAt(chosen.sheet)
      return lines.map((line) => (table.rows[line - 1] ?? []).map(textOf))
    },
    refused: (given) => refusedWorkbook(tableAt(chosen.sheet), chosen.headerRow, given),
  }

  return {
    answer: async (ask, tell) => {
      const answer: (given: never, tell: (done: number, total: number) => void) => unknown = answers[ask.what]
      return (await answer(ask.given as never, tell)) as Talk[Question]['answer']
    },
  }
}

/** The sheet with most rows; covers and notes are short. */
const fullest = (tables: readonly Table[]): number => {
  if (tables.length === 0) throw new UnreadableFile('empty')
  const sizes = tables.map(({ rows }) => rows.length)
  return sizes.indexOf(Math.max(...sizes))
}
