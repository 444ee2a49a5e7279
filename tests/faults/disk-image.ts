import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** A file system in a file, mounted at a folder. */
export interface DiskImage {
  /** Where it is mounted. */
  readonly at: string
  /** As if the power went: what was not synced is gone, and nothing can be read or written any more. */
  cut(): void
  /** Mounts it again; the file system mends itself by its own journal. */
  mountAgain(): void
  /** Another one with the same in it, mounted beside. This one has to be unmounted. */
  copy(name: string): DiskImage
  unmount(): void
}

const done = (command: string, ...args: string[]): boolean => spawnSync(command, args).status === 0

const must = (command: string, ...args: string[]): void => {
  const run = spawnSync(command, args, { encoding: 'utf8' })
  if (run.status !== 0) throw new Error(`${command} ${args.join(' ')}: ${run.stderr}`)
}

// _IOR('X', 125, __u32), with EXT4_GOING_FLAGS_NOLOGFLUSH: shut down at once, without writing its own journal first.
const shutDown = [
  '-e',
  'open(F, "<", shift) or die; my $how = pack("L", 2); ioctl(F, 0x8004587d, $how) or die',
] as const

const image = (file: string, at: string): DiskImage => {
  const mount = (): void => {
    mkdirSync(at, { recursive: true })
    must('mount', '-o', 'loop', file, at)
  }
  const unmount = (): void => must('umount', at)
  return {
    at,
    cut: () => must('perl', ...shutDown, at),
    mountAgain() {
      // Not mounted yet is as good as not mounted any more.
      spawnSync('umount', [at])
      mount()
    },
    copy(name) {
      const next = `${file}-${name}`
      copyFileSync(file, next)
      const copied = image(next, `${at}-${name}`)
      copied.mountAgain()
      return {
        ...copied,
        unmount() {
          copied.unmount()
          rmSync(next)
        },
      }
    },
    unmount,
  }
}

/** An ext4 of so many megabytes, mounted in `folder`. */
export const ext4Image = (folder: string, megabytes: number): DiskImage => {
  const file = join(folder, 'disk.img')
  writeFileSync(file, '')
  truncateSync(file, megabytes * 1024 * 1024)
  must('mkfs.ext4', '-q', '-F', file)
  const made = image(file, join(folder, 'disk'))
  made.mountAgain()
  return made
}

/** Whether this machine lets us mount an ext4 in a file and shut it down in the middle. */
export const canCutPower = (folder: string): boolean => {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false
  if (!done('mkfs.ext4', '-V') || !done('perl', '-v')) return false
  try {
    const trial = ext4Image(folder, 4)
    try {
      trial.cut()
    } finally {
      trial.unmount()
    }
    return true
  } catch {
    return false
  }
}
