import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { papersOf } from '#backend/receipts/paper/papers-of.ts'
import { readPapers } from '#backend/receipts/reading/read.ts'
import { readPaper } from '#backend/receipts/reading/read-paper.ts'
import { isoKorea } from '#shared/dates.ts'
import { receivedAt } from './plain-paper.ts'

const folder = join(import.meta.dirname, '../../../../../shared/corpus/korean')
const present = existsSync(folder)

type Expected = Record<string, unknown>

const expectedOf = (): Record<string, Expected[]> => {
  const { _note, ...files } = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')) as Record<
    string,
    Expected[]
  >
  return files
}

/** Names are compared without their blanks. */
const withoutBlanks = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withoutBlanks)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      key === 'name' && typeof inner === 'string' ? inner.replace(/\s/g, '') : withoutBlanks(inner),
    ]),
  )
}

describe.skipIf(!present)(
  'captures made by others (skipped: no corpus, where ../shared/corpus is not there)',
  () => {
    const files = present ? Object.entries(expectedOf()) : []
    test.each(files)('%s reads as a person read it', (file, expected) => {
      const papers = papersOf(readFileSync(join(folder, file)), 'cp949')
      for (const readings of [
        readPapers(papers, { receivedAt }),
        readPapers(papers, { receivedAt, profiles: [] }),
      ]) {
        const shown = readings.map((reading) => ({
          ...reading,
          issuedAt: reading.issuedAt === null ? null : isoKorea(reading.issuedAt),
        }))
        expect(withoutBlanks(shown)).toMatchObject(withoutBlanks(expected) as Expected[])
        expect(shown).toHaveLength(expected.length)
      }
    })

    test('read one paper at a time they stay what they are', () => {
      for (const [file] of files) {
        for (const paper of papersOf(readFileSync(join(folder, file)), 'cp949')) {
          expect(readPaper(paper, receivedAt, []).lines.length).toBeGreaterThan(0)
        }
      }
    })
  },
)
