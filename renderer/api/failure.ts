import type { ErrorCode } from '#shared/errors.ts'
import type { FailureDetail } from '#shared/result.ts'

/** A call that was answered with a failure. Screens turn its code into a sentence. */
export class CallFailure extends Error {
  readonly code: ErrorCode
  readonly params: FailureDetail['params']
  constructor(detail: FailureDetail) {
    super(detail.code)
    this.name = 'CallFailure'
    this.code = detail.code
    this.params = detail.params
  }
}

/** The failure behind anything that was thrown; what is no failure of a call counts as `internal`. */
export const failureOf = (error: unknown): FailureDetail =>
  error instanceof CallFailure ? { code: error.code, params: error.params } : { code: 'internal', params: {} }
