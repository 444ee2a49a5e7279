import type { Entries } from './entries.ts'

/** True where the paper prints what is taken back in minus: its sums are below zero. */
export const isNegative = (entries: Entries): boolean => {
  let below = 0
  let above = 0
  for (const entry of entries.list) {
    if (entry.rank === 0 || entry.value === 0 || entry.section === 'member') continue
    if (entry.value < 0) below += 1
    else above += 1
  }
  return below > above
}
