import { createHash, type Hash } from 'node:crypto'
import { closeSync, copyFileSync, existsSync, openSync, readSync, statSync, writeSync } from 'node:fs'
import { DangolError } from '#shared/errors.ts'
import type { CopyManifest } from './copy-manifest.ts'

/** A copy that one file cannot hold (FAT32: 4 GB) lies in parts: `X.001`, `X.002`… */
export const partPath = (copy: string, number: number): string => `${copy}.${String(number).padStart(3, '0')}`

/** What came into the journal while the copy was being made, sealed as it is there. */
export const tailPath = (copy: string): string => `${copy}.tail`

export const copyIsThere = (copy: string): boolean => existsSync(copy) || existsSync(partPath(copy, 1))

/** The files that hold the ledger, in order. */
export const copyFiles = (copy: string, parts: CopyManifest['parts']): string[] =>
  parts === null ? [copy] : parts.map((_, index) => partPath(copy, index + 1))

/** @throws DangolError `ledger.copy-damaged` when the files are not, byte for byte, those that were copied. */
export const checkCopyBytes = (copy: string, expected: CopyManifest): void => {
  const whole = createHash('sha256')
  for (const [index, file] of copyFiles(copy, expected.parts).entries()) {
    const wanted = expected.parts?.[index] ?? expected
    const own = createHash('sha256')
    if (statSync(file, { throwIfNoEntry: false })?.size !== wanted.bytes) refuse('bytes')
    eachPiece(file, (piece) => {
      own.update(piece)
      if (expected.parts !== null) whole.update(piece)
    })
    if (own.digest('hex') !== wanted.sha256) refuse('bytes')
  }
  if (expected.parts !== null && whole.digest('hex') !== expected.sha256) refuse('bytes')
  if (expected.tail !== null && !tailIsWhole(copy, expected.tail)) refuse('tail')
}

const tailIsWhole = (copy: string, { bytes, sha256 }: NonNullable<CopyManifest['tail']>): boolean =>
  statSync(tailPath(copy), { throwIfNoEntry: false })?.size === bytes && sha256Of(tailPath(copy)) === sha256

const refuse = (reason: 'bytes' | 'tail'): never => {
  throw new DangolError('ledger.copy-damaged', { reason })
}

/** One file again, at `target`. */
export const joinCopy = (copy: string, parts: CopyManifest['parts'], target: string): void => {
  if (parts === null) {
    copyFileSync(copy, target)
    return
  }
  const out = openSync(target, 'w', 0o600)
  try {
    for (const file of copyFiles(copy, parts))
      eachPiece(file, (piece) => {
        for (let done = 0; done < piece.length; ) done += writeSync(out, piece, done)
      })
  } finally {
    closeSync(out)
  }
}

/** Hex; read a megabyte at a time. */
export const sha256Of = (path: string): string => {
  const hash: Hash = createHash('sha256')
  eachPiece(path, (piece) => hash.update(piece))
  return hash.digest('hex')
}

const eachPiece = (path: string, take: (piece: Buffer) => void): void => {
  const piece = Buffer.allocUnsafe(1024 * 1024)
  const fd = openSync(path, 'r')
  try {
    for (let read = readSync(fd, piece); read > 0; read = readSync(fd, piece)) take(piece.subarray(0, read))
  } finally {
    closeSync(fd)
  }
}
