import type { JoinStart } from './search-intent.ts'
import type { AttachResult } from './types.ts'

/** What lies on the counter: whom it is about, and how far it has come. */
export type Desk =
  | { readonly step: 'find' }
  | { readonly step: 'join'; readonly start: JoinStart }
  | { readonly step: 'customer'; readonly customerId: number }
  | { readonly step: 'done'; readonly customerId: number; readonly result: AttachResult }

export const emptyDesk: Desk = { step: 'find' }

/** Milliseconds after which a finished guest leaves the desk, so that nobody else reads their card. */
export const doneStayMs = 30_000
