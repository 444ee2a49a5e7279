import type { CallInput, CallOutput } from '#shared/contract/index.ts'
import { type EpochMs, epochOf, koreanTime } from '#shared/dates.ts'
import { formatNumber } from '#shared/won.ts'

type Fields = CallInput<'teaching.correct'>['fields']

export interface HandItem {
  readonly name: string
  readonly quantity: string
  readonly amount: string
}

/** What is typed, as it stands in the fields. */
export interface HandForm {
  readonly kind: Fields['kind']
  readonly when: string
  readonly total: string
  readonly items: readonly HandItem[]
}

export const emptyItem: HandItem = { name: '', quantity: '1', amount: '' }

const two = (value: number): string => String(value).padStart(2, '0')

/** `2026-11-22 14:05:09`; seconds only where there are some. */
export const whenText = (at: EpochMs): string => {
  const { year, month, day, hour, minute, second } = koreanTime(at)
  const seconds = second === 0 ? '' : `:${two(second)}`
  return `${year}-${two(month)}-${two(day)} ${two(hour)}:${two(minute)}${seconds}`
}

/** The fields as the reader left them. @param receivedAt stands in for a date that was not found. */
export const formOf = (
  reading: CallOutput<'teaching.preview'>['reading'],
  receivedAt: EpochMs,
): HandForm => ({
  kind: reading.kind === 'refund' ? 'refund' : 'sale',
  when: whenText(reading.issuedAt ?? receivedAt),
  total: reading.total === null ? '' : formatNumber(Math.abs(reading.total)),
  items: reading.items.map(({ name, quantity, amount }) => ({
    name,
    quantity: String(Math.abs(quantity)),
    amount: formatNumber(reading.kind === 'refund' ? -amount : amount),
  })),
})

/** Figures with or without commas and 원; null for anything else. */
export const numberIn = (text: string): number | null => {
  const plain = text.replace(/[,\s원]/g, '')
  return /^-?\d{1,9}$/.test(plain) ? Number(plain) : null
}

/** Null for what is no date. */
export const instantIn = (text: string): EpochMs | null => {
  const found = /^\s*(\d{4})[-./](\d{1,2})[-./](\d{1,2})\s+(\d{1,2}):(\d{2})(?::(\d{2}))?\s*$/.exec(text)
  if (found === null) return null
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = found
    .slice(1)
    .map((part) => Number(part ?? 0))
  return epochOf(year, month, day, hour, minute, second)
}

const quantityIn = (text: string): number | null => {
  const value = /^\d{1,5}(\.\d{1,3})?$/.test(text.trim()) ? Number(text) : 0
  return value > 0 ? value : null
}

const isBlank = (item: HandItem): boolean => item.name.trim() === '' && item.amount.trim() === ''

/** What is sent; null as long as a field holds nothing that could be. Rows without anything are left out. */
export const fieldsIn = (form: HandForm): Fields | null => {
  const issuedAt = instantIn(form.when)
  const total = numberIn(form.total)
  if (issuedAt === null || total === null || total < 0) return null
  const items: Fields['items'] = []
  for (const item of form.items.filter((one) => !isBlank(one))) {
    const name = item.name.trim()
    const quantity = quantityIn(item.quantity)
    const amount = numberIn(item.amount)
    if (name === '' || quantity === null || amount === null) return null
    items.push({ name, quantity, amount })
  }
  return { kind: form.kind, issuedAt, total, items }
}

/** By how much the items differ from the total; 0 where there are none. */
export const differenceIn = (fields: Fields): number =>
  fields.items.length === 0 ? 0 : fields.items.reduce((sum, { amount }) => sum + amount, 0) - fields.total
