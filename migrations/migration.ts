/** Forward only; never edited once released. `id` becomes the ledger's `user_version`. */
export interface Migration {
  readonly id: number
  readonly name: string
  /** Statements, run in order in one transaction. */
  readonly up: readonly string[]
}
