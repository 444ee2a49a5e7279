import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { methodNames } from '#shared/contract/names.ts'
import { errorCodes } from '#shared/errors.ts'
import { startLab, startOpenLab } from '../helpers/backend-lab.ts'

/** Those that take long or leave the ledger have their own tests. */
const slow: ReadonlySet<string> = new Set(['ledger.openDemo', 'ledger.lock'])

/** Any JSON, and objects with the field names that the contract knows, so that some of it gets through. */
const inputs = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.dictionary(
    fc.constantFrom(
      'query',
      'customerId',
      'receiptId',
      'paperId',
      'slipId',
      'limit',
      'print',
      'name',
      'phone',
      'memo',
      'consent',
      'passphrase',
      'recoveryCode',
      'on',
      'id',
    ),
    fc.oneof(
      fc.integer(),
      fc.integer({ min: 1, max: 100 }),
      fc.boolean(),
      fc.string({ unit: 'binary', maxLength: 45 }),
      fc.constantFrom(null, '5678', 'ㄱㅇ', '김', '010-0000-1234', '%', "'; DROP TABLE customer; --"),
      fc.constant({ required: true, marketing: false }),
    ),
    { maxKeys: 5 },
  ),
  fc.string({ unit: 'binary', maxLength: 45 }).map((query) => ({ query })),
)

describe('any input to any method', () => {
  it('is answered by a value or a code, never by a throw or a stack trace', async () => {
    const open = await startOpenLab()
    const closed = await startLab()
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...methodNames.filter((name) => !slow.has(name))),
        inputs,
        async (name, input) => {
          for (const lab of [open, closed]) {
            const result = await lab.backend.call(name, input)
            if (result.ok) continue
            expect(errorCodes).toContain(result.error.code)
            expect(['internal', 'call.bad-output']).not.toContain(result.error.code)
            expect(JSON.stringify(result)).not.toMatch(/\bat .*:\d+|node_modules|Error:/)
          }
        },
      ),
      { numRuns: 400 },
    )
  })

  it('of any name is refused', async () => {
    const lab = await startLab()
    const known: ReadonlySet<string> = new Set(methodNames)
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(fc.string(), fc.constantFrom('__proto__', 'constructor', 'hasOwnProperty')),
        async (name) => {
          fc.pre(!known.has(name))
          expect(await lab.backend.call(name, {})).toEqual({
            ok: false,
            error: { code: 'call.unknown-method', params: {} },
          })
        },
      ),
    )
  })
})
