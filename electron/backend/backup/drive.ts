/** A removable drive that is in and mounted. */
export interface Drive {
  /** Where its files are. */
  readonly path: string
  /** What its owner called it, else where it is. */
  readonly name: string
  /** `vfat`, `exfat`, `NTFS`…; null where the system does not tell. */
  readonly fileSystem: string | null
}

/** The removable drives of this PC, and the room on any of its places. */
export interface Drives {
  /** Never rejects: what cannot be asked is not there. */
  list(): Promise<readonly Drive[]>
  /** Bytes that may still be written below `path`; null when it cannot be reached. */
  freeBytes(path: string): Promise<number | null>
  /**
   * Bytes that one file below `path` can hold, as far as the system tells: where it does not, the copy finds out when it
   * is written. Left out, no limit is known.
   */
  largestFile?(path: string): Promise<number>
}

/** FAT32 holds no file of 4 GiB or more. Windows calls it FAT32, Linux vfat, macOS msdos. */
export const largestFile = (fileSystem: string | null): number =>
  fileSystem !== null && /^(fat(16|32)?|vfat|msdos(fs)?)$/i.test(fileSystem)
    ? 4 * 1024 ** 3 - 1
    : Number.POSITIVE_INFINITY

/** What statfs(2) calls FAT on Linux; a driver that runs as a program says only that it does. */
const msdosMagic = 0x4d44

export const largestFileByType = (type: number): number =>
  type === msdosMagic ? largestFile('vfat') : Number.POSITIVE_INFINITY

/** The last part of a path of either kind. */
export const lastName = (path: string): string => {
  const parts = path.split(/[/\\]/).filter((part) => part !== '')
  return parts.at(-1) ?? path
}
