import { readKeyFile, writeKeyFile } from '../../security/key-file.port.ts'
import type { KeyFile } from '../../security/key-file.ts'
import { setAside } from '../files/aside.ts'
import type { FileIo } from '../files/io.ts'
import { listSegments, readSegmentStart } from '../journal/folder.ts'
import type { LedgerFiles } from '../ledger-files.ts'

/**
 * Where the key file is gone or broken, the one that the journal keeps helps out, or the one that the copy
 * brought along, if it is the one that the journal is sealed to.
 */
export const mendKeyFile = (files: LedgerFiles, copied: string | null, io: FileIo): void => {
  if (usableKeyFile(files.keys) !== null) return
  const segment = listSegments(files.journal).at(-1)
  const head = segment === undefined ? null : readSegmentStart(files.journal, segment).head
  for (const candidate of [files.keysAgain, copied]) {
    const other = candidate === null ? null : usableKeyFile(candidate)
    if (other === null || (head !== null && head.ledgerId !== other.ledgerId)) continue
    setAside(files.keys, [''], 'damaged')
    writeKeyFile(files.keys, other, io)
    return
  }
}

const usableKeyFile = (path: string): KeyFile | null => {
  try {
    return readKeyFile(path)
  } catch {
    return null
  }
}
