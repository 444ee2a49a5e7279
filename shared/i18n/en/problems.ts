import type { koProblems } from '../ko/problems.ts'

export const enProblems: Record<keyof typeof koProblems, string> = {
  other: 'There is something on this paper that we do not know yet.',
  'total-missing': 'The total was not found.',
  'date-missing': 'Date and time were not found.',
  'items-missing': 'No items were found.',
  'items-unbalanced': 'The items do not add up to the total.',
  'payments-unbalanced': 'The payments do not add up to the total.',
  'tax-unbalanced': 'Supply and tax do not add up to the total.',
}
