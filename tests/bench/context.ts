import type { Measured, Measurement } from './row.ts'
import type { ShopPlan } from './shop/plan.ts'

/** What every group of rows is given. */
export interface BenchContext {
  readonly plan: ShopPlan
  /** How many rounds of so many in a full run; never less than one. */
  readonly rounds: (full: number) => number
  /** A data folder with the shop, free to be changed. */
  readonly dataFolder: string
  /** A data folder with a shop of another size, made once and kept; free to be changed. */
  readonly shopOf: (plan: ShopPlan) => Promise<string>
  /** The backend's entry: as built, or its source. */
  readonly backendEntry: string
  /** For peers' own files. */
  readonly scratch: string
  readonly passphrase: string
  /** "1,100,000 receipts, encrypted" */
  readonly ledgerWords: string
  readonly row: (given: Measurement) => Measured
}
