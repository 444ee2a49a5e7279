import type { CallOutput } from '#shared/contract/index.ts'
import type { Reader } from '../platform/db/statements.ts'
import { ruleChoices } from './history.repo.ts'

/** Ways of paying as receipts are read; points, prepaid money and vouchers often are to give nothing. */
const methods = ['card', 'cash', 'easy-pay', 'transfer', 'prepaid', 'voucher', 'points', 'other']

/** What an owner may choose from when making a rule. */
export const choicesForRules = (reader: Reader): CallOutput<'points.ruleChoices'> => ({
  ...ruleChoices(reader),
  methods,
})
