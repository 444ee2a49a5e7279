import type { z } from 'zod'

/**
 * When a method may be called: `always`; only with a ledger that is `unlocked`.
 * Who may call it comes on top of this once people have their own PINs.
 */
export type Availability = 'always' | 'unlocked'

export interface MethodSpec<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> {
  readonly input: I
  readonly output: O
  readonly when: Availability
}

export const method = <I extends z.ZodType, O extends z.ZodType>(
  when: Availability,
  input: I,
  output: O,
): MethodSpec<I, O> => ({ when, input, output })
