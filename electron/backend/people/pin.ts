import { type Algorithm, hash, verify } from '@node-rs/argon2'

/**
 * Ten thousand PINs are soon tried by whoever holds the hashes; they lie in the encrypted ledger, and the waits of
 * `waits.ts` stand before them. The cost (OWASP's least for Argon2id) stays under a tenth of a second at the counter.
 */
const cost = { memoryCost: 19 * 1024, timeCost: 2, parallelism: 1 } as const
// The package declares it as a const enum, which source that is run unbuilt cannot import.
const argon2id = 2 satisfies Algorithm.Argon2id

export const hashPin = (pin: string): Promise<string> => hash(pin, { ...cost, algorithm: argon2id })

export const isPin = (hashed: string, pin: string): Promise<boolean> => verify(hashed, pin)
