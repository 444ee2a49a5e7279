import type { ViewAt } from '../bridge.ts'

export type JoinView = ViewAt<'join'>

/** What the guest has chosen so far; nothing is chosen beforehand. */
export interface JoinDraft {
  /** Keys of the keyboard on the screen, or letters of a real one. */
  readonly keys: readonly string[]
  readonly byStaff: boolean
  readonly required: boolean
  readonly ofAge: boolean
  readonly marketing: boolean
  readonly night: boolean
}
