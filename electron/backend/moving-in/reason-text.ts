import { enMoving } from '#shared/i18n/en/moving.ts'
import { koMoving } from '#shared/i18n/ko/moving.ts'
import { type RowProblem, refuses } from '#shared/moving.ts'

const words = { ko: koMoving, en: enMoving } as const

/** Why a row was refused, in the words of the screen. */
export const reasonText = (language: 'ko' | 'en', problems: readonly RowProblem[]): string =>
  problems
    .filter(refuses)
    .map((problem) => words[language][`moving.problem.${problem}`])
    .join(' ')

/** Heading, sheet and file of the rows that come back. */
export const refusedTitles = (language: 'ko' | 'en') => ({
  heading: words[language]['moving.refused.heading'],
  sheetName: words[language]['moving.refused.sheet'],
  fileName: words[language]['moving.refused.file'],
})
