import type { SheetCondition } from '#shared/contract/sheet-filter.ts'
import type { Words } from '../../app/words.ts'
import type { CellLook } from './cell-look.ts'
import type { SheetColumn } from './types.ts'

/** A condition as an owner would say it: "마지막 방문 최근 3달", "쓴 돈 100,000 이상". */
export const conditionWords = (
  condition: SheetCondition,
  column: SheetColumn,
  look: CellLook,
  t: Words['t'],
): string => {
  const label = look.label(column)
  switch (condition.is) {
    case 'contains':
      return t('sheet.cond.contains', { label, text: condition.text })
    case 'range':
    case 'dates': {
      // A day is written as it is, also of a moment.
      const end = (value: string | number | null): string | null =>
        value === null || typeof value === 'string' ? value : look.text(column, value)
      const [from, to] = [end(condition.from), end(condition.to)]
      if (from !== null && to !== null)
        return from === to
          ? t('sheet.cond.exactly', { label, from })
          : t('sheet.cond.between', { label, from, to })
      if (from !== null) return t('sheet.cond.from', { label, from })
      return to === null ? t('sheet.cond.filled', { label }) : t('sheet.cond.to', { label, to })
    }
    case 'past': {
      const span = t(`sheet.span.${condition.unit}`, { n: condition.count })
      return t(condition.within ? 'sheet.cond.within' : 'sheet.cond.longer', { label, span })
    }
    case 'oneOf': {
      const values = condition.values.map((value) =>
        column.kind === 'bool' ? t(value === '1' ? 'sheet.yes' : 'sheet.no') : look.option(column, value),
      )
      return t(condition.not ? 'sheet.cond.notOneOf' : 'sheet.cond.oneOf', {
        label,
        values: values.join(', '),
      })
    }
    default:
      return t(condition.filled ? 'sheet.cond.filled' : 'sheet.cond.empty', { label })
  }
}
