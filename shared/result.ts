import type { ErrorCode } from './errors.ts'

/** What a call answers: a value, or a failure from the closed list of codes. Stack traces never cross. */
export type Result<T> = Ok<T> | Failure
export interface Ok<T> {
  readonly ok: true
  readonly value: T
}
export interface Failure {
  readonly ok: false
  readonly error: FailureDetail
}
export interface FailureDetail {
  readonly code: ErrorCode
  /** Figures or names that the sentence needs; never personal data. */
  readonly params: Readonly<Record<string, string | number>>
}

export const ok = <T>(value: T): Ok<T> => ({ ok: true, value })
export const fail = (code: ErrorCode, params: FailureDetail['params'] = {}): Failure => ({
  ok: false,
  error: { code, params },
})
