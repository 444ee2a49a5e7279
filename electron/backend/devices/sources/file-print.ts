/** What a file is known by once it was read. */
export interface FilePrint {
  /** Hash of the name: names that a POS gives may tell whose receipt it is. */
  readonly name: string
  readonly size: number
  /** Milliseconds since 1970, whole. */
  readonly changedAt: number
  /** Hash of the contents. */
  readonly hash: string
}

/** FAT and some shares keep times to two seconds only. */
const roundingMs = 2000

/** The same file, though its time may have been rounded on the way. */
export const samePrint = (one: FilePrint, other: FilePrint): boolean =>
  one.name === other.name &&
  one.size === other.size &&
  one.hash === other.hash &&
  Math.abs(one.changedAt - other.changedAt) <= roundingMs

export const lineOf = ({ name, size, changedAt, hash }: FilePrint): string =>
  `${name} ${size} ${changedAt} ${hash}\n`

/** Null for what `lineOf` did not write whole. */
export const printOf = (line: string): FilePrint | null => {
  const found = /^([0-9a-f]{32}) (\d{1,15}) (\d{1,16}) ([0-9a-f]{32})$/.exec(line)
  if (found === null) return null
  const [, name = '', size, changedAt, hash = ''] = found
  return { name, size: Number(size), changedAt: Number(changedAt), hash }
}
