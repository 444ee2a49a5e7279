import { useMemo } from 'react'
import type { SheetName } from '#shared/contract/sheet-filter.ts'
import { isoKorea } from '#shared/dates.ts'
import { type WordKey, words } from '#shared/i18n/index.ts'
import { formatPhone } from '#shared/phone.ts'
import { formatNumber } from '#shared/won.ts'
import { useWords, type Words } from '../../app/words.ts'
import type { Cell, SheetColumn } from './types.ts'

const isWord = (key: string): key is WordKey => Object.hasOwn(words.ko, key)

/** What columns, their values and cells are called and look like. */
export interface CellLook {
  readonly label: (column: SheetColumn) => string
  readonly option: (column: SheetColumn, value: string) => string
  /** As the cell shows it. */
  readonly text: (column: SheetColumn, cell: Cell) => string
  /** As it goes to the clipboard: figures bare, so that Excel reckons with them. */
  readonly copied: (column: SheetColumn, cell: Cell) => string
}

const decimal = (value: number): string =>
  Number.isInteger(value) ? formatNumber(value) : value.toLocaleString('ko-KR', { maximumFractionDigits: 2 })

/** `2026-11-22 14:02` */
const momentText = (at: number): string => isoKorea(at).slice(0, 16).replace('T', ' ')

const lookOf = (sheet: SheetName, { t, won, points }: Words): CellLook => {
  const word = (key: string, otherwise: string): string => (isWord(key) ? t(key) : otherwise)
  const option: CellLook['option'] = (column, value) =>
    column.options?.find((one) => one.value === value)?.label ??
    word(`sheet.${sheet}.${column.name}.${value}`, value)
  const text: CellLook['text'] = (column, cell) => {
    if (cell === null || cell === '') return ''
    switch (column.kind) {
      case 'won':
        return won(Number(cell))
      case 'points':
        return points(Number(cell))
      case 'number':
        return decimal(Number(cell))
      case 'moment':
        return momentText(Number(cell))
      case 'bool':
        return cell === 1 ? t('sheet.yes') : ''
      case 'choice':
        return option(column, String(cell))
      case 'tags':
        return String(cell)
          .split(/,\s*/)
          .map((one) => option(column, one))
          .join(', ')
      case 'phone':
        return /^\d+$/.test(String(cell)) ? formatPhone(String(cell)) : String(cell)
      default:
        return String(cell)
    }
  }
  return {
    label: (column) => column.label ?? word(`sheet.${sheet}.${column.name}`, column.name),
    option,
    text,
    copied(column, cell) {
      if (cell === null) return ''
      if (typeof cell === 'number' && column.kind !== 'moment' && column.kind !== 'bool') return String(cell)
      if (column.kind === 'bool') return cell === 1 ? 'O' : ''
      return text(column, cell)
    },
  }
}

export const useCellLook = (sheet: SheetName): CellLook => {
  const text = useWords()
  return useMemo(() => lookOf(sheet, text), [sheet, text])
}
