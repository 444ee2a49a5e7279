import { createHash } from 'node:crypto'

/** A file that comes from a window in parts. */
export interface Upload {
  readonly name: string
  readonly size: number
  /** @returns bytes so far; null when it would be more than was said. */
  add(part: Uint8Array): number | null
  readonly complete: boolean
  bytes(): Uint8Array
  digest(): string
}

export const beginUpload = (name: string, size: number): Upload => {
  const whole = new Uint8Array(size)
  let at = 0
  return {
    name,
    size,
    add(part) {
      if (at + part.length > size) return null
      whole.set(part, at)
      at += part.length
      return at
    },
    get complete() {
      return at === size
    },
    bytes: () => whole,
    digest: () => createHash('sha256').update(whole).digest('hex'),
  }
}
