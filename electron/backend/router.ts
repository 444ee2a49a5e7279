import { type MethodName, methods } from '#shared/contract/index.ts'
import type { MethodSpec } from '#shared/contract/method.ts'
import type { Caller } from '#shared/contract/wire.ts'
import { type ErrorCode, isDangolError } from '#shared/errors.ts'
import { fail, ok, type Result } from '#shared/result.ts'
import { methodRules } from '#shared/roles.ts'
import type { Guard } from './guarding.ts'
import type { Handlers } from './handlers.ts'
import type { Log } from './platform/log/log.ts'
import { wellFormed } from './well-formed.ts'

export interface RouterParts {
  readonly handlers: Handlers
  /** Null while the ledger is open; otherwise why the counter's own methods cannot be called. */
  readonly closedBecause: () => ErrorCode | null
  /** Of the ledger that is open; null while none is. */
  readonly guard: () => Guard | null
  readonly log: Log
}

export interface Router {
  /** Never rejects, and never answers with more than a code and its figures. */
  call(name: string, input: unknown, from?: Caller): Promise<Result<unknown>>
}

const isMethod = (name: string): name is MethodName => Object.hasOwn(methods, name)

/** Name, sender, availability, input, rights, handler, output, access log: in this order, each with its own code. */
export const createRouter = ({ handlers, closedBecause, guard, log }: RouterParts): Router => {
  /** @param closed why the ledger that the call began with is not open any more; null where it still is. */
  const failed = (name: string, error: unknown, closed: ErrorCode | null): Result<unknown> => {
    if (isDangolError(error)) {
      log.info('call.refused', { method: name, code: error.code })
      return fail(error.code, error.params)
    }
    // It waited (for a printer, a thread), and meanwhile somebody locked: what its queries say then is no fault of ours.
    if (closed !== null) {
      log.info('call.refused', { method: name, code: closed })
      return fail(closed)
    }
    log.error('call.failed', { method: name, error })
    return fail('internal')
  }

  const run = async (name: MethodName, input: unknown): Promise<Result<unknown>> => {
    const spec: MethodSpec = methods[name]
    const closed = spec.when === 'unlocked' ? closedBecause() : null
    if (closed !== null) return fail(closed)
    const parsed = spec.input.safeParse(input)
    if (!parsed.success) return fail('call.bad-input', { field: fieldOf(parsed.error.issues) })
    const asked = wellFormed(parsed.data)
    const door = guard()
    door?.before(name, asked)
    // Each handler takes what its own schema has just given.
    const handler = handlers[name] as (parsed: unknown) => unknown
    const value = spec.output.safeParse(await handler(asked))
    if (value.success) {
      // Of the ledger that is open now: what brought one back is on record there, and a closed one takes nothing.
      guard()?.after(name, asked, value.data)
      return ok(value.data)
    }
    log.error('call.bad-output', { method: name, field: fieldOf(value.error.issues) })
    return fail('call.bad-output')
  }

  return {
    async call(name, input, from = 'window') {
      if (!isMethod(name)) return fail('call.unknown-method')
      // Whoever is signed in at the counter: the guest's screen may do no more than a guest.
      if (from === 'guest' && methodRules[name].who !== 'guest') return fail('call.not-trusted')
      const begun = guard()
      try {
        return await run(name, input)
      } catch (error) {
        const other = begun !== null && guard() !== begun
        return failed(name, error, other ? (closedBecause() ?? 'ledger.locked') : null)
      }
    },
  }
}

/** Where the first fault lies, by our own names only: keys that a caller made up are not repeated. */
const fieldOf = (
  issues: readonly { readonly path: readonly PropertyKey[]; readonly code: string }[],
): string => {
  const [first] = issues
  if (first === undefined) return ''
  const path = first.path.filter((part) => typeof part !== 'symbol').join('.')
  return path.slice(0, 60)
}
