import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { readFile, stat, statfs } from 'node:fs/promises'
import { promisify } from 'node:util'
import { type Drive, type Drives, largestFileByType } from './drive.ts'
import { linuxDrives, mountsOf } from './drives-linux.ts'
import { macDrives } from './drives-macos.ts'
import { windowsDrives, windowsQuery } from './drives-windows.ts'

export type { Drives } from './drive.ts'

const run = promisify(execFile)
const patience = { timeout: 10_000, windowsHide: true, encoding: 'utf8' } as const

const listed = async (): Promise<readonly Drive[]> => {
  if (process.platform === 'linux')
    return linuxDrives(mountsOf(await readFile('/proc/mounts', 'utf8')), isRemovable)
  if (process.platform === 'win32') {
    const args = ['-NoProfile', '-NonInteractive', '-Command', windowsQuery]
    return windowsDrives((await run('powershell.exe', args, patience)).stdout)
  }
  if (process.platform === 'darwin') return macDrives((await run('/sbin/mount', [], patience)).stdout)
  return []
}

const isRemovable = (disk: string): boolean => {
  try {
    return readFileSync(`/sys/block/${disk}/removable`, 'latin1').trim() === '1'
  } catch {
    return false
  }
}

export const systemDrives: Drives = {
  list: () => listed().catch(() => []),
  async freeBytes(path) {
    try {
      const { bavail, bsize } = await statfs(path)
      return (await stat(path)).isDirectory() ? bavail * bsize : null
    } catch {
      return null
    }
  },
  async largestFile(path) {
    try {
      return largestFileByType((await statfs(path)).type)
    } catch {
      return Number.POSITIVE_INFINITY
    }
  },
}
