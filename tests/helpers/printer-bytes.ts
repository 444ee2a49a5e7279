import iconv from 'iconv-lite'

/** Text (written as CP949), a byte, or bytes. */
export type PrinterPart = string | number | readonly number[]

/** A printer stream from its pieces. */
export const printerBytes = (...parts: readonly PrinterPart[]): Uint8Array =>
  Uint8Array.from(
    parts.flatMap((part) => {
      if (typeof part === 'string') return [...iconv.encode(part, 'cp949')]
      return typeof part === 'number' ? [part] : [...part]
    }),
  )

/** The bytes cut at the given places, for streams that arrive in pieces. */
export const cutAt = (bytes: Uint8Array, places: readonly number[]): Uint8Array[] => {
  const inOrder = [...new Set(places.map((place) => place % (bytes.length + 1)))].toSorted((a, b) => a - b)
  return [0, ...inOrder].map((from, i) => bytes.subarray(from, inOrder[i] ?? bytes.length))
}
