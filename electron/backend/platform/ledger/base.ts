import { readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { isDangolError } from '#shared/errors.ts'
import type { FileIo } from '../files/io.ts'
import { systemIo } from '../files/io.ts'
import { ledgerFiles } from '../ledger-files.ts'
import { type CopyManifest, manifestPath, readManifest } from './copy-manifest.ts'

/**
 * A copy of the ledger that lies with its journal: what the journal goes on from after its older segments were given
 * up, because somebody was in them who was destroyed. Written whole, its manifest last; one without is none.
 */
export interface Base {
  readonly path: string
  readonly journalSeq: number
}

const name = /^base-(\d+)\.dangol$/

const basesIn = (folder: string): { path: string; seq: number }[] => {
  try {
    return readdirSync(folder)
      .flatMap((file) => {
        const seq = name.exec(file)?.[1]
        return seq === undefined ? [] : [{ path: join(folder, file), seq: Number(seq) }]
      })
      .sort((a, b) => b.seq - a.seq)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  }
}

/** The newest whose manifest was signed by this ledger; its bytes are checked by whoever opens it. */
export const newestBase = (folder: string, dataKey: Uint8Array, ledgerId: string): Base | null => {
  for (const { path } of basesIn(folder)) {
    const manifest = manifestOf(path, dataKey)
    if (manifest?.ledgerId === ledgerId) return { path, journalSeq: manifest.journalSeq }
  }
  return null
}

const manifestOf = (path: string, dataKey: Uint8Array): CopyManifest | null => {
  try {
    return readManifest(path, dataKey)
  } catch (error) {
    if (isDangolError(error)) return null
    throw error
  }
}

/** Puts a finished copy with its manifest in place; on the same disk, so that each step is one rename. */
export const putBase = (
  copy: string,
  manifest: CopyManifest,
  folder: string,
  io: FileIo = systemIo,
): Base => {
  const path = join(folder, `base-${manifest.journalSeq}.dangol`)
  // The journal's own key file lies beside it and is kept up to date.
  rmSync(ledgerFiles(copy).keys, { force: true })
  rmSync(manifestPath(path), { force: true })
  renameSync(copy, path)
  io.fsyncFolder(folder)
  io.rename(manifestPath(copy), manifestPath(path))
  io.fsyncFolder(folder)
  return { path, journalSeq: manifest.journalSeq }
}

/** All but one: they hold who was destroyed since, or were never finished. */
export const dropOtherBases = (folder: string, kept: Base, io: FileIo = systemIo): void => {
  for (const { path } of basesIn(folder))
    if (path !== kept.path)
      for (const file of [path, manifestPath(path), ledgerFiles(path).keys]) rmSync(file, { force: true })
  io.fsyncFolder(folder)
}
