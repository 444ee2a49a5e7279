import type { CallOutput } from '#shared/contract/index.ts'

export type ReceiptRow = CallOutput<'receipts.recent'>[number]
export type CustomerMatch = CallOutput<'customers.search'>[number]
export type CustomerCard = CallOutput<'customers.card'>
export type AttachResult = CallOutput<'counter.attach'>
