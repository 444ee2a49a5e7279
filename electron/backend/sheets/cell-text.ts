import { epochOf, koreanTime } from '#shared/dates.ts'
import { words } from '#shared/i18n/index.ts'
import { normalisePhone } from '#shared/phone.ts'
import type { ColumnInfo, ColumnKind } from './column.ts'

type Cell = string | number | null

export type Parsed = { readonly ok: true; readonly value: Cell } | { readonly ok: false }

const good = (value: Cell): Parsed => ({ ok: true, value })
const bad: Parsed = { ok: false }

/**
 * What a text means in a column, as it was typed or came from Excel: `12,300원`, `2026. 11. 22.`, `예`, `010 0000 5678`.
 * Empty is null; tags are joined by `, ` in the order given.
 */
export const cellOf = (
  column: Pick<ColumnInfo, 'kind' | 'options' | 'name'>,
  sheet: string,
  typed: string,
): Parsed => {
  const text = typed.normalize('NFKC').trim()
  // Text keeps the signs that it was typed with.
  if (column.kind === 'text') return good(emptyIsNull(typed.normalize('NFC').trim()))
  if (text === '') return good(null)
  switch (column.kind) {
    case 'phone': {
      const phone = normalisePhone(text)
      return phone === null ? bad : good(phone)
    }
    case 'number':
      return numberOf(text, false)
    case 'won':
    case 'points':
      return numberOf(text, true)
    case 'date':
      return dateOf(text)
    case 'moment':
      return bad
    case 'bool':
      if (/^(1|예|네|y|yes|true|o|✓)$/i.test(text)) return good(1)
      return /^(0|아니오|아니요|n|no|false|x|-)$/i.test(text) ? good(0) : bad
    case 'tags':
      return good(tagsIn(text).join(', '))
    case 'choice':
      return choiceOf(column, sheet, text)
    default:
      return bad
  }
}

const emptyIsNull = (text: string): Cell => (text === '' ? null : text)

/** Each once, spelt as tags are kept, in the order in which a cell shows them. */
export const tagsIn = (text: string): string[] =>
  [
    ...new Set(
      text
        .split(/[,;\n]/)
        .map((tag) => tag.normalize('NFC').trim().replace(/\s+/g, ' ').replace(/^#/, ''))
        .filter((tag) => tag !== ''),
    ),
  ].sort()

const numberOf = (text: string, whole: boolean): Parsed => {
  const bare = text.replace(/[\s,₩원점회]/g, '').replace(/^[−–△▲](?=\d)/, '-')
  const inBrackets = /^\((\d+(?:\.\d+)?)\)$/.exec(bare)
  const plain = inBrackets?.[1] === undefined ? bare : `-${inBrackets[1]}`
  if (!/^[-+]?\d+(?:\.\d+)?$/.test(plain)) return bad
  const value = Number(plain)
  if (!Number.isFinite(value) || Math.abs(value) > Number.MAX_SAFE_INTEGER) return bad
  return whole && !Number.isInteger(value) ? bad : good(value)
}

/** Year first, as Korea writes it; two digits of a year up to the next one are this century's. */
const dateOf = (text: string): Parsed => {
  const parts =
    /^(\d{4}|\d{2})\s*[-./년]\s*(\d{1,2})\s*[-./월]\s*(\d{1,2})\s*[.일]?(?:\s.*)?$/.exec(text) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(text)
  if (parts === null) return bad
  const [year = 0, month = 0, day = 0] = parts.slice(1).map(Number)
  const at = epochOf(parts[1]?.length === 2 ? centuryOf(year) : year, month, day)
  if (at === null) return bad
  const date = koreanTime(at)
  return good(`${String(date.year).padStart(4, '0')}-${two(date.month)}-${two(date.day)}`)
}

const two = (value: number): string => String(value).padStart(2, '0')

const centuryOf = (twoDigits: number): number => (twoDigits <= 30 ? 2000 : 1900) + twoDigits

/** By its value, or by its word in either language. */
const choiceOf = (
  { options, name }: Pick<ColumnInfo, 'options' | 'name'>,
  sheet: string,
  text: string,
): Parsed => {
  const found = options?.find(({ value, label }) => {
    if (value === text || label === text) return true
    if (label !== null) return false
    const key = `sheet.${sheet}.${name}.${value}`
    return [words.ko, words.en].some((list) => wordIn(list, key)?.toLowerCase() === text.toLowerCase())
  })
  return found === undefined ? bad : good(found.value)
}

const wordIn = (list: Readonly<Record<string, unknown>>, key: string): string | null => {
  const word = list[key]
  return typeof word === 'string' ? word : null
}

/** A cell as commands keep it. */
export const keptText = (value: Cell): string | null => (value === null ? null : String(value))

/** What `keptText` was made of. */
export const keptCell = (kind: ColumnKind, text: string | null): Cell => {
  if (text === null) return null
  return kind === 'number' || kind === 'won' || kind === 'points' || kind === 'bool' || kind === 'moment'
    ? Number(text)
    : text
}
