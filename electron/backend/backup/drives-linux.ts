import { type Drive, lastName } from './drive.ts'

/** One line of /proc/mounts that shows a block device. */
export interface Mount {
  /** `sdb` of `/dev/sdb1`: the name under /sys/block. */
  readonly disk: string
  readonly path: string
  readonly fileSystem: string
}

/** See proc_pid_mounts(5): fields by spaces; space, tab, line feed and backslash within them as octal. */
export const mountsOf = (text: string): Mount[] =>
  text.split('\n').flatMap((line) => {
    const [device = '', path = '', fileSystem = ''] = line.split(' ').map(plain)
    const disk = diskOf(device)
    return disk === null || !path.startsWith('/') || fileSystem === '' ? [] : [{ disk, path, fileSystem }]
  })

const plain = (field: string): string => {
  const bytes = Buffer.from(field, 'utf8').toString('latin1')
  const decoded = bytes.replaceAll(/\\([0-3][0-7]{2})/g, (_, octal: string) =>
    String.fromCharCode(Number.parseInt(octal, 8)),
  )
  return Buffer.from(decoded, 'latin1').toString('utf8')
}

const diskOf = (device: string): string | null => {
  const name = device.startsWith('/dev/') ? device.slice('/dev/'.length) : ''
  if (/^sd[a-z]+\d*$/.test(name)) return name.replace(/\d+$/, '')
  if (/^(mmcblk\d+|nvme\d+n\d+)(p\d+)?$/.test(name)) return name.replace(/p\d+$/, '')
  return null
}

/** The same disk mounted twice is listed once, by its shortest path. */
export const linuxDrives = (mounts: readonly Mount[], isRemovable: (disk: string) => boolean): Drive[] => {
  const drives = new Map<string, Drive>()
  for (const { disk, path, fileSystem } of mounts.toSorted((a, b) => a.path.length - b.path.length)) {
    if (path === '/' || /^\/(boot|efi)(\/|$)/.test(path) || !isRemovable(disk) || drives.has(path)) continue
    drives.set(path, { path, name: lastName(path), fileSystem: kernelName(fileSystem) })
  }
  return [...drives.values()]
}

/** Drivers that run as programs only say that they do. */
const kernelName = (fileSystem: string): string | null => (fileSystem === 'fuseblk' ? null : fileSystem)
