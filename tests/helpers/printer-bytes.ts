import iconv from 'iconv-lite'

/** A printer stream from pieces: text (as CP949) and bytes. */
export const printerBytes = (...parts: readonly (string | number | readonly number[])[]): Uint8Array =>
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
