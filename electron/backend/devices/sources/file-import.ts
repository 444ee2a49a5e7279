import { DangolError } from '#shared/errors.ts'

/** A file brought in by hand is one stream, at most this many bytes. */
export const importLimitBytes = 10 * 1024 * 1024

/**
 * The bytes of a file as a window sends it. Throws `source.file-unreadable` for what is no base64 or is empty,
 * `source.file-too-large` with `limitMb` above the limit.
 */
export const importedBytes = (base64: string): Uint8Array => {
  if (base64.length > Math.ceil(importLimitBytes / 3) * 4) throw tooLarge()
  if (base64.length === 0 || base64.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(base64)) {
    throw new DangolError('source.file-unreadable')
  }
  const bytes = Buffer.from(base64, 'base64')
  if (bytes.length > importLimitBytes) throw tooLarge()
  return bytes
}

const tooLarge = (): DangolError => new DangolError('source.file-too-large', { limitMb: 10 })
