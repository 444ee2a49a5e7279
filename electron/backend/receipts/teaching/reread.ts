import type { Schema } from '../../platform/db/schema.ts'
import type { TextEncoding } from '../paper/encoding.ts'
import type { Paper } from '../paper/paper.ts'
import { papersOf } from '../paper/papers-of.ts'
import type { Profile } from '../reading/profiles/profile.ts'
import { readPapers } from '../reading/read.ts'
import type { Reading } from '../reading/reading.ts'

/** A paper whose bytes are still there. */
export type KeptPaper = Schema['paper'] & { readonly bytes: Uint8Array }

/** A kept paper and what is read of it now. */
export interface Reread {
  readonly kept: KeptPaper
  readonly paper: Paper
  readonly reading: Reading
}

export const encodingOf = (text: string): TextEncoding => (text === 'utf8' ? 'utf8' : 'cp949')

/** The one paper that the kept bytes print; null where they print none. */
export const paperIn = (kept: Pick<KeptPaper, 'bytes' | 'encoding' | 'ended_by'>): Paper | null => {
  const papers = papersOf(kept.bytes, encodingOf(kept.encoding))
  const paper = papers.find((one) => one.lines.length > 0) ?? papers[0]
  if (paper === undefined) return null
  return kept.ended_by === 'limit' ? { ...paper, endedBy: 'limit' } : paper
}

/** Papers that were read together are read together again, so that copies are seen beside their originals. */
export const groupsOf = (papers: readonly KeptPaper[]): KeptPaper[][] => {
  const groups = new Map<string, KeptPaper[]>()
  for (const kept of papers) {
    const key = `${kept.source_id}/${kept.received_at}`
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [kept])
    else group.push(kept)
  }
  return [...groups.values()]
}

/** Reads one group with these profiles. Pure. */
export const rereadGroup = (group: readonly KeptPaper[], profiles: readonly Profile[]): Reread[] => {
  const printed = group.flatMap((kept) => {
    const paper = paperIn(kept)
    return paper === null ? [] : [{ kept, paper }]
  })
  const [first] = printed
  if (first === undefined) return []
  const papers = printed.map(({ paper }) => paper)
  const readings = readPapers(papers, { receivedAt: first.kept.received_at, profiles })
  return printed.flatMap(({ kept, paper }, index) => {
    const reading = readings[index]
    return reading === undefined ? [] : [{ kept, paper, reading }]
  })
}
