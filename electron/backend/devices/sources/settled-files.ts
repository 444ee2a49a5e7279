/** A file as one look at the folder shows it. */
export interface SeenFile {
  readonly name: string
  readonly size: number
  readonly changedAt: number
}

/**
 * Tells which files have stopped growing: those that were the same, and not empty, in two looks one after the
 * other. Oldest first, so that receipts keep their order.
 */
export const createSettling = (): ((seen: readonly SeenFile[]) => SeenFile[]) => {
  let before = new Map<string, SeenFile>()
  return (seen) => {
    const settled = seen.filter((file) => {
      const last = before.get(file.name)
      return file.size > 0 && last?.size === file.size && last.changedAt === file.changedAt
    })
    before = new Map(seen.map((file) => [file.name, file]))
    return settled.toSorted((a, b) => a.changedAt - b.changedAt || a.name.localeCompare(b.name, 'en'))
  }
}
