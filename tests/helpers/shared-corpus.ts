import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** Captures made by others, beside the project; tests that need them are skipped where they are not. */
const folder = path.resolve(import.meta.dirname, '../../../shared/corpus')

export const hasCorpus = existsSync(folder)

/** Name and bytes of every capture of one part of the corpus; none where it is not there. */
export const captures = (part: 'generic' | 'korean'): { name: string; bytes: Uint8Array }[] => {
  if (!hasCorpus) return []
  const files = readdirSync(path.join(folder, part)).filter((name) => name.endsWith('.bin'))
  return files.map((name) => ({ name, bytes: new Uint8Array(readFileSync(path.join(folder, part, name))) }))
}
