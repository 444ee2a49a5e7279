import { mkdir, open, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { basename, dirname, isAbsolute, join } from 'node:path'
import { DangolError } from '#shared/errors.ts'
import { type CopyManifest, manifestPath, parseManifest } from '../platform/ledger/copy-manifest.ts'
import { copyFiles, partPath, tailPath } from '../platform/ledger/copy-parts.ts'
import { destroyedBeside } from '../platform/ledger/destroyed-list.ts'
import { ledgerFiles } from '../platform/ledger-files.ts'
import type { FoundCopy } from './copies.ts'
import { backupFolder, idOfFile, isCopyId, ledgerSuffix, partSuffix, shopFolder } from './copy-name.ts'

/** Where the ledger file of a copy lies. @throws DangolError `ledger.copy-missing` for anything that is no id of ours. */
export const pathOfCopy = (target: string, id: string): string => {
  if (!isCopyId(id)) throw new DangolError('ledger.copy-missing')
  return join(target, backupFolder, `${id}${ledgerSuffix}`)
}

/** Settings that lie beside the ledger and go with every copy: lines and printers, the guest's own screen, backups. */
const settingFiles = ['devices.json', 'guest-screen.json', 'backup.json'] as const
export type SettingFile = (typeof settingFiles)[number]

const settingPath = (copy: string, name: SettingFile): string => `${copy}.${name}`

/**
 * Where copies are looked for and made when somebody points at a folder: at a stick, or at our own folder on it, which is
 * what there is to be seen in the system's dialog. @throws DangolError `backup.folder-incomplete`.
 */
export const rootOf = async (pointedAt: string): Promise<string> => {
  if (!isAbsolute(pointedAt)) throw new DangolError('backup.folder-incomplete')
  const above = dirname(pointedAt)
  const isShop = /^[0-9a-f]{8}$/.test(basename(pointedAt)) && basename(above) === backupFolder
  if (!isShop && basename(pointedAt) !== backupFolder) return pointedAt
  const inside = await namesIn(join(pointedAt, backupFolder)).catch(() => [])
  if (inside.length > 0) return pointedAt
  return isShop ? dirname(above) : above
}

/** Every copy of every shop on a target; none where there is no folder of ours. Rejects when it is away. */
export const findCopies = async (target: string): Promise<FoundCopy[]> => {
  await stat(target)
  const shops = (await namesIn(join(target, backupFolder))).filter((name) => /^[0-9a-f]{8}$/.test(name))
  const found: FoundCopy[] = []
  for (const shop of shops) {
    const names = await namesIn(join(target, backupFolder, shop))
    const ids = new Set(names.map((name) => idOfFile(shop, name)).filter((id) => id !== null))
    for (const id of ids) found.push(await lookAt(target, id))
  }
  return found
}

/** @throws DangolError `ledger.copy-missing`. */
export const findCopy = async (target: string, id: string): Promise<FoundCopy> => {
  const found = await lookAt(target, id).catch((error: unknown) => {
    if (isMissing(error)) throw new DangolError('ledger.copy-missing', {}, { cause: error })
    throw error
  })
  return found
}

const lookAt = async (target: string, id: string): Promise<FoundCopy> => {
  const path = pathOfCopy(target, id)
  const manifest = parseManifest(await readFile(manifestPath(path), 'utf8').catch(() => ''))
  const parts = manifest?.parts ?? null
  const sizes = await Promise.all(copyFiles(path, parts).map(sizeOf))
  // One that was never finished may lie in parts that nothing tells of.
  if (sizes.every((size) => size === null) && (await sizeOf(partPath(path, 1))) === null) await stat(path)
  const wanted = parts?.map((part) => part.bytes) ?? [manifest?.bytes ?? 0]
  const keys = await sizeOf(ledgerFiles(path).keys)
  const tail = manifest?.tail ?? null
  const fits =
    sizes.every((size, index) => size === wanted[index]) &&
    (keys ?? 0) > 0 &&
    (tail === null || (await sizeOf(tailPath(path))) === tail.bytes)
  return { id, path, bytes: sizes.reduce<number>((sum, size) => sum + (size ?? 0), 0), manifest, fits }
}

/** Null where there is no such file. */
const sizeOf = async (file: string): Promise<number | null> => {
  const found = await stat(file).catch((error: unknown) => {
    if (isMissing(error)) return null
    throw error
  })
  return found?.isFile() === true ? found.size : null
}

/** Makes the shop's folder, and removes what an interrupted backup left there under a temporary name. */
export const prepareTarget = async (target: string, ledgerId: string): Promise<string> => {
  await stat(target)
  const folder = join(target, backupFolder, shopFolder(ledgerId))
  for (const step of [join(target, backupFolder), folder]) await makeFolder(step)
  for (const name of await namesIn(folder)) {
    if (name.includes(partSuffix)) await rm(join(folder, name), { force: true })
  }
  return folder
}

/** One step at a time: where a system denies what is there, Node would try the whole way again without end. */
const makeFolder = async (path: string): Promise<void> => {
  await mkdir(path).catch((error: unknown) => {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  })
}

/** True when this shop was backed up to the target before. */
export const knowsShop = async (target: string, ledgerId: string): Promise<boolean> =>
  (await namesIn(join(target, backupFolder, shopFolder(ledgerId))).catch(() => [])).length > 0

export interface Placing {
  /** The files under their temporary names, in order. */
  readonly written: readonly string[]
  /** The journal's end under its temporary name. */
  readonly tail: string | null
  /** Where keys are to be had. */
  readonly snapshot: string
  /** The shop's own folder: those of its settings that are there go along. */
  readonly folder: string
  readonly manifest: CopyManifest
}

/** The small files, then the ledger gets its name, and the manifest last: from then on it is a copy. */
export const placeCopy = async (
  copy: string,
  { written, tail, snapshot, folder, manifest }: Placing,
): Promise<void> => {
  await putFile(ledgerFiles(copy).keys, await readFile(ledgerFiles(snapshot).keys))
  for (const name of settingFiles) {
    const settings = await readFile(join(folder, name)).catch(() => null)
    if (settings !== null) await putFile(settingPath(copy, name), settings)
  }
  const names = copyFiles(copy, manifest.parts)
  for (const [index, file] of written.entries()) await rename(file, names[index] ?? partPath(copy, index + 1))
  if (tail !== null) await rename(tail, tailPath(copy))
  await syncFolder(join(copy, '..'))
  await putFile(manifestPath(copy), Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`))
  await syncFolder(join(copy, '..'))
}

/** Ids of who was destroyed, beside all copies of the shop: the older ones have these people still. */
export const placeDestroyed = async (copy: string, ledger: string): Promise<void> => {
  const list = await readFile(ledgerFiles(ledger).destroyed).catch(() => null)
  if (list !== null) await putFile(destroyedBeside(copy), list)
}

/** The manifest first: what is half removed is no copy. Then all that has its name before its own. */
export const removeCopy = async (copy: string): Promise<void> => {
  await rm(manifestPath(copy), { force: true })
  const folder = dirname(copy)
  for (const name of await namesIn(folder)) {
    if (name === basename(copy) || name.startsWith(`${basename(copy)}.`))
      await rm(join(folder, name), { force: true })
  }
}

/** Settings that a copy brought along, as they lie there; null when it has none. Whoever takes them over looks at them first. */
export const settingsOf = (copy: string, name: SettingFile): Promise<string | null> =>
  readFile(settingPath(copy, name), 'utf8').catch(() => null)

const putFile = async (path: string, bytes: Uint8Array): Promise<void> => {
  const part = `${path}${partSuffix}`
  await writeFile(part, bytes, { mode: 0o600, flush: true })
  await rename(part, path)
}

/** FAT through a helper program, and network shares, may have no way to sync a folder. */
const syncFolder = async (path: string): Promise<void> => {
  if (process.platform === 'win32') return
  const folder = await open(path, 'r')
  try {
    await folder.sync().catch((error: unknown) => {
      if (!(error instanceof Error && 'code' in error && cannotSync.has(String(error.code)))) throw error
    })
  } finally {
    await folder.close()
  }
}
const cannotSync: ReadonlySet<string> = new Set(['EINVAL', 'ENOTSUP', 'EBADF', 'ENOSYS', 'EPERM', 'EISDIR'])

const namesIn = (folder: string): Promise<string[]> =>
  readdir(folder).catch((error: unknown) => {
    if (isMissing(error)) return []
    throw error
  })

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')
