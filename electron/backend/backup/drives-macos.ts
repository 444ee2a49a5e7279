import type { Drive } from './drive.ts'

/** `/dev/disk4s1 on /Volumes/USB (msdos, local, nodev, …)`, a line of mount(8). */
const line = /^\/dev\/disk\S+ on (\/Volumes\/.+) \(([^,)]+)([^)]*)\)$/

/** Disk images and the system's own volumes are read-only or hidden; sticks are neither. */
export const macDrives = (output: string): Drive[] =>
  output.split('\n').flatMap((text): Drive[] => {
    const [, path, fileSystem, rest = ''] = line.exec(text.trim()) ?? []
    if (path === undefined || fileSystem === undefined || /read-only|nobrowse/.test(rest)) return []
    return [{ path, name: path.slice('/Volumes/'.length), fileSystem }]
  })
