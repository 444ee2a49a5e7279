import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export const fileSystems = ['ext4', 'vfat', 'exfat'] as const
export type FileSystem = (typeof fileSystems)[number]

/** A stick that can be pulled out in the middle of anything. */
export interface Stick {
  readonly at: string
  /** Out of the socket: nothing more can be read or written, what was not synced is gone. */
  pull(): void
  /** In again; the file system as the pull left it. */
  plugIn(): void
  remove(): void
}

const run = (command: string, ...args: string[]) => spawnSync(command, args, { encoding: 'utf8' })
const must = (command: string, ...args: string[]): string => {
  const done = run(command, ...args)
  if (done.status !== 0) throw new Error(`${command}: ${done.stderr}${done.stdout}`)
  return done.stdout.trim()
}

const makers: Readonly<Record<FileSystem, readonly string[]>> = {
  ext4: ['mkfs.ext4', '-q', '-F'],
  vfat: ['mkfs.vfat', '-F', '32'],
  exfat: ['mkfs.exfat'],
}

// See `disk-image.ts`; the two others run in a process of their own (FUSE), which is ended.
const shutDown = 'open(F, "<", shift) or die; my $how = pack("L", 2); ioctl(F, 0x8004587d, $how) or die'

/** A stick of so many megabytes, in. Throws where this machine cannot make or mount one. */
export const stick = (folder: string, kind: FileSystem, megabytes: number): Stick => {
  const file = join(folder, `${kind}.img`)
  const at = join(folder, kind)
  writeFileSync(file, '')
  truncateSync(file, megabytes * 1024 * 1024)
  const [maker = '', ...options] = makers[kind]
  must(maker, ...options, file)
  let loop: string | null = null
  const plugIn = (): void => {
    mkdirSync(at, { recursive: true })
    if (kind === 'ext4') must('mount', '-o', 'loop', file, at)
    else if (kind === 'vfat') {
      // What a pull left half done takes room for ever; after a hundred pulls there would be none.
      run('fsck.vfat', '-a', file)
      must('fusefat', '-o', 'rw+', file, at)
    } else {
      loop = must('losetup', '-f', '--show', file)
      must('mount.exfat-fuse', loop, at)
    }
    must('mountpoint', '-q', at)
  }
  const letGo = (): void => {
    run('umount', '-l', at)
    if (loop !== null) run('losetup', '-d', loop)
    loop = null
    // As the system does it: with the stick its folder goes, so that nobody writes into the place where it was.
    rmSync(at, { recursive: true, force: true })
  }
  plugIn()
  return {
    at,
    pull() {
      if (kind === 'ext4') run('perl', '-e', shutDown, at)
      else for (const pid of daemonsOf(kind === 'vfat' ? file : (loop ?? file))) process.kill(pid, 'SIGKILL')
      letGo()
    },
    plugIn,
    remove: letGo,
  }
}

/** Processes that serve this very image. */
const daemonsOf = (image: string): number[] =>
  run('pgrep', '-f', image)
    .stdout.split('\n')
    .map(Number)
    .filter((pid) => pid > 0 && pid !== process.pid)

/** Why sticks of this kind cannot be tried here; null where they can. */
export const cannotTry = (folder: string, kind: FileSystem): string | null => {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return 'it needs root on Linux'
  try {
    const trial = stick(folder, kind, kind === 'ext4' ? 4 : 40)
    writeFileSync(join(trial.at, 'trial'), 'x')
    trial.remove()
    return null
  } catch (error) {
    return error instanceof Error
      ? error.message.split('\n')[0] || 'it cannot be mounted'
      : 'it cannot be mounted'
  }
}
