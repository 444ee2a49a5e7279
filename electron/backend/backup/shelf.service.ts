import { DangolError, isDangolError } from '#shared/errors.ts'
import { readManifest } from '../platform/ledger/copy-manifest.ts'
import { copyFiles, tailPath } from '../platform/ledger/copy-parts.ts'
import type { Ledger } from '../platform/ledger/open.ts'
import type { BackupParts } from './backup-parts.ts'
import type { BackupStore } from './backup-state.port.ts'
import { verdictOf, withVerdict } from './backup-state.ts'
import { type BackupCopy, describeCopy, type FoundCopy } from './copies.ts'
import { type FileWork, hashFile, hashFiles } from './copy-file.port.ts'
import { outlived } from './generations.ts'
import { findCopies, findCopy, pathOfCopy, removeCopy } from './target.port.ts'
import type { Targets } from './targets.service.ts'

/** The copies that lie on targets, and what reading them through found. */
export interface Shelf {
  describe(found: FoundCopy): BackupCopy
  copies(target: string): Promise<BackupCopy[]>
  /** Reads one through, and remembers what came of it. */
  verify(target: string, id: string): Promise<BackupCopy>
  /** Takes away what the rule lets go of this shop's; a copy that cannot be removed stays. */
  prune(target: string): Promise<void>
  /** Of this shop, wherever they can be reached, newest first, without those that are known to be rotten. */
  own(): Promise<readonly { readonly target: string; readonly id: string; readonly at: number }[]>
  /** Where the access log stood in every copy of this shop that can be reached and is rightly signed. */
  heads(): Promise<readonly { readonly seq: number; readonly mac: Buffer }[]>
}

export const createShelf = (parts: BackupParts, store: BackupStore, targets: Targets): Shelf => {
  const { clock, log } = parts

  const describe = (found: FoundCopy): BackupCopy => {
    const mac = found.manifest?.mac ?? null
    return describeCopy(found, mac === null ? null : verdictOf(store.read(), mac), parts.ledgerId())
  }

  /** Only the owner's key can tell; without it the hash has to do. */
  const isSigned = ({ path, manifest }: Pick<FoundCopy, 'path' | 'manifest'>): boolean => {
    let ledger: Ledger
    try {
      ledger = parts.ledger()
    } catch {
      return true
    }
    if (manifest?.ledgerId !== ledger.id) return true
    try {
      return readManifest(path, ledger.dataKey) !== null
    } catch (error) {
      if (isDangolError(error)) return false
      throw error
    }
  }

  const everywhere = async (): Promise<(FoundCopy & { readonly target: string })[]> => {
    const found = (await targets.list()).map(async ({ path: target }) =>
      (await findCopies(target).catch(() => [])).map((copy) => ({ ...copy, target })),
    )
    return (await Promise.all(found)).flat()
  }

  return {
    describe,
    copies: async (target) =>
      (await findCopies(target)).map(describe).toSorted((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1)),
    async verify(target, id) {
      const found = await findCopy(target, id)
      const { manifest } = found
      if (manifest === null || !found.fits) return describe(found)
      const work: FileWork = { signal: new AbortController().signal, onBytes: () => undefined }
      const whole = (await isWhole(found, work)) && isSigned(found)
      store.write(withVerdict(store.read(), { mac: manifest.mac, whole, at: clock.now(), cold: true }))
      if (!whole) log.warn('backup.rotten', {})
      parts.changed()
      return describe(found)
    },
    async prune(target) {
      // By a clock that jumped ahead all but one would be older than a year.
      if (!parts.clockIsRight()) return
      const own = (await findCopies(target)).map(describe).filter((copy) => copy.ownShop)
      const generations = own.map(({ id, at, state }) => ({ id, at, good: state !== 'rotten' }))
      for (const id of outlived(generations, clock.now())) await removeCopy(pathOfCopy(target, id))
    },
    async own() {
      return (await everywhere())
        .map((found) => ({ ...describe(found), target: found.target }))
        .filter(({ ownShop, state }) => ownShop && state !== 'rotten')
        .toSorted((a, b) => b.at - a.at)
    },
    async heads() {
      const { id } = parts.ledger()
      return (await everywhere()).flatMap(({ manifest, path }) => {
        if (manifest?.ledgerId !== id || manifest.chain === null) return []
        const { seq, mac } = manifest.chain
        return isSigned({ path, manifest }) ? [{ seq, mac: Buffer.from(mac, 'hex') }] : []
      })
    },
  }
}

/** Reads a copy to its last byte; rejects where the target is away, or as the signal says. */
export const isWhole = async ({ manifest, path, fits }: FoundCopy, work: FileWork): Promise<boolean> =>
  manifest !== null &&
  fits &&
  (await hashFiles(copyFiles(path, manifest.parts), work)).whole === manifest.sha256 &&
  (manifest.tail === null || (await hashFile(tailPath(path), work)) === manifest.tail.sha256)

/** A copy that has just been read and is not whole is no proof. */
export const refuseRotten = (copy: BackupCopy): void => {
  if (copy.state !== 'proven') throw new DangolError('ledger.copy-damaged', { reason: 'bytes' })
}
