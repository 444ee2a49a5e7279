import { existsSync, renameSync } from 'node:fs'

/**
 * Moves files out of the way together, under one free number (`X.damaged-1`, `X-wal.damaged-1`). Nothing is
 * ever deleted.
 * @param suffixes of the companions of `path`; an empty one is the file itself.
 * @returns the new name of `path`, or null when none of them was there.
 */
export const setAside = (path: string, suffixes: readonly string[], why: string): string | null => {
  const there = suffixes.filter((suffix) => existsSync(path + suffix))
  if (there.length === 0) return null
  let number = 1
  while (suffixes.some((suffix) => existsSync(`${path}.${why}-${number}${suffix}`))) number += 1
  for (const suffix of there) renameSync(path + suffix, `${path}.${why}-${number}${suffix}`)
  return `${path}.${why}-${number}`
}
