import { lstatSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import iconv from 'iconv-lite'

/** Where a word that should be nowhere was found: a file's name, or what is in it. */
export interface Sighting {
  readonly path: string
  readonly word: string
  readonly as: 'name' | 'utf8' | 'utf16le' | 'cp949' | 'escaped'
}

type Spelling = readonly [as: Sighting['as'], bytes: Buffer]

/** As Node, Chromium, Windows and tills would write it. */
const spellings = (word: string): Spelling[] => {
  const escaped = Array.from({ length: word.length }, (_, at) => {
    const code = word.charCodeAt(at)
    return code < 128 ? word.charAt(at) : `\\u${code.toString(16).padStart(4, '0')}`
  }).join('')
  return [
    ['utf8', Buffer.from(word, 'utf8')],
    ['utf16le', Buffer.from(word, 'utf16le')],
    ['cp949', iconv.encode(word, 'cp949')],
    ['escaped', Buffer.from(escaped, 'latin1')],
  ]
}

/**
 * Looks for words in every file below the folders, whatever it is, and in the names of files. What goes away while it is
 * looked at is passed over; pipes and sockets hold nothing.
 */
export const searchFor = (words: readonly string[], folders: readonly string[]): Sighting[] => {
  const wanted = words.map((word) => ({ word, spelled: spellings(word) }))
  const found: Sighting[] = []
  for (const path of folders.flatMap(everythingBelow)) {
    const bytes = contentOf(path)
    for (const { word, spelled } of wanted) {
      if (path.includes(word)) found.push({ path, word, as: 'name' })
      const hit = spelled.find(([, spelling]) => bytes.includes(spelling))
      if (hit !== undefined) found.push({ path, word, as: hit[0] })
    }
  }
  return found
}

/** How many files there are below the folders: a search of nothing finds nothing. */
export const filesSearched = (folders: readonly string[]): number => folders.flatMap(everythingBelow).length

const everythingBelow = (folder: string): string[] => {
  try {
    return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
      const path = join(folder, entry.name)
      return entry.isDirectory() ? [path, ...everythingBelow(path)] : [path]
    })
  } catch (error) {
    if (isGone(error)) return []
    throw error
  }
}

const contentOf = (path: string): Buffer => {
  try {
    return lstatSync(path).isFile() ? readFileSync(path) : Buffer.alloc(0)
  } catch (error) {
    if (isGone(error)) return Buffer.alloc(0)
    throw error
  }
}

const isGone = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT'
