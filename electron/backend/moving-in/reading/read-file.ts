import { type Table, UnreadableFile } from './table.ts'
import { readTextFile } from './text-file.ts'
import { readWorkbook } from './xlsx.ts'

const compound = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
const zipped = Buffer.from([0x50, 0x4b])

/**
 * Whatever the owner has brought, told by its bytes and never by its name.
 * @throws UnreadableFile with the reason in one word.
 */
export const readFile = (bytes: Buffer): Table[] => {
  if (bytes.length === 0) throw new UnreadableFile('empty')
  // One cabinet for two things: an old workbook, or a new one that is locked with a password.
  if (bytes.subarray(0, 8).equals(compound)) {
    throw new UnreadableFile(
      bytes.includes(Buffer.from('EncryptedPackage', 'utf16le')) ? 'password' : 'old-excel',
    )
  }
  if (bytes.subarray(0, 2).equals(zipped)) return readWorkbook(bytes)
  return [readTextFile(bytes)]
}
