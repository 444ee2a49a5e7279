import type { CallOutput } from '#shared/contract/index.ts'
import type { MoveKind } from '#shared/moving.ts'
import type { OwnFieldInfo } from '../fields/more-row.ts'
import type { PersonDraft } from '../fields/person-row.ts'
import type { Plan } from '../fields/read-rows.ts'
import type { SaleDraft } from '../fields/sale-rows.ts'
import type { UnreadableReason } from '../reading/table.ts'

/** What a sheet looks like before anything is decided. */
export type Look = CallOutput<'moving.look'>

/** Null: as the table itself suggests. */
export interface LookAt {
  readonly sheet: number | null
  readonly kind: MoveKind | null
  readonly headerRow: number | null
}

export interface RefusedRow {
  readonly line: number
  readonly reason: string
}

/** Every question to the thread that reads files, with its answer. */
export interface Talk {
  read: { readonly ask: { readonly bytes: Uint8Array }; readonly answer: { readonly sheets: number } }
  look: { readonly ask: LookAt & { readonly own: readonly OwnFieldInfo[] }; readonly answer: Look }
  check: { readonly ask: Plan; readonly answer: { readonly rows: number; readonly drafts: number } }
  people: { readonly ask: Range; readonly answer: readonly PersonDraft[] }
  sales: { readonly ask: Range; readonly answer: readonly SaleDraft[] }
  rows: {
    readonly ask: { readonly lines: readonly number[] }
    readonly answer: readonly (readonly string[])[]
  }
  refused: {
    readonly ask: {
      readonly rows: readonly RefusedRow[]
      readonly heading: string
      readonly sheetName: string
    }
    readonly answer: Uint8Array
  }
}
export type Question = keyof Talk

export interface Range {
  readonly from: number
  readonly count: number
}

export type Ask = {
  [Q in Question]: { readonly id: number; readonly what: Q; readonly given: Talk[Q]['ask'] }
}[Question]

export type Told =
  | { readonly is: 'answer'; readonly id: number; readonly answer: Talk[Question]['answer'] }
  | { readonly is: 'unreadable'; readonly id: number; readonly reason: UnreadableReason }
  | { readonly is: 'failed'; readonly id: number }
  | { readonly is: 'progress'; readonly done: number; readonly total: number }
