const kinds = [
  [/\.journal\/base-/, 'the journal’s own copy'],
  [/\.journal\/|\.journal$/, 'journal'],
  [/dangol-backup\/.*\.part/, 'copy in the making'],
  [/dangol-backup/, 'copy'],
  [/backup-making/, 'snapshot'],
  [/\.before-update/, 'copy before the update'],
  [/\.(?:recovering|restoring|making)/, 'ledger in the making'],
  [/-wal/, 'WAL'],
  [/\.keys/, 'keys'],
  [/\.heads/, 'heads'],
  [/\.destroyed/, 'list of the destroyed'],
  [/-shm|\.lock/, null],
  [/\/logs\//, null],
  [/\.dangol(?:\.damaged.*|-journal)?$/, 'ledger'],
] as const

/** What kind of a shop's file a path is; null for what is no part of it: pipes, logs, other programs' files. */
export const fileKind = (path: string, folder: string): string | null => {
  if (path.startsWith('socket:')) return 'printer'
  if (!path.startsWith('/')) return null
  const known = kinds.find(([looks]) => looks.test(path))
  if (known !== undefined) return known[1]
  return path.startsWith(folder) ? 'other file' : null
}
