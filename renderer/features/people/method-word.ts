import type { WordKey } from '#shared/i18n/index.ts'
import type { Words } from '../../app/words.ts'

/** The feature that a method belongs to, in a word; the log itself keeps the method's name. */
const features: Readonly<Record<string, WordKey>> = {
  door: 'access.in.door',
  customers: 'access.in.customers',
  counter: 'access.in.counter',
  access: 'access.in.access',
  backup: 'access.in.backup',
  sheets: 'access.in.sheets',
  labels: 'access.in.labels',
}

export const methodWord = (t: Words['t'], method: string): string => {
  const key = features[method.split('.')[0] ?? '']
  return key === undefined ? method : t(key)
}
