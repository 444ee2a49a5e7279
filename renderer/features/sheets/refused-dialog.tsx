import { useWords } from '../../app/words.ts'
import { Button } from '../../ui/button.tsx'
import type { CellLook } from './cell-look.ts'
import { SheetDialog } from './sheet-popover.tsx'
import type { Done, SheetColumn } from './types.ts'

/** Which cells were left as they were, and why; the others are done. */
export const RefusedDialog = ({
  done,
  columns,
  look,
  onClose,
}: {
  readonly done: Done
  readonly columns: readonly SheetColumn[]
  readonly look: CellLook
  readonly onClose: () => void
}) => {
  const { t, error } = useWords()
  const groups = new Map<string, number>()
  for (const { column, code } of done.refused) {
    const key = `${column}\n${code}`
    groups.set(key, (groups.get(key) ?? 0) + 1)
  }
  const labelOf = (name: string): string => {
    const column = columns.find((one) => one.name === name)
    return column === undefined ? name : look.label(column)
  }
  return (
    <SheetDialog title={t('sheet.refused.title', { n: done.refused.length })} onClose={onClose}>
      <p>{done.changed === 0 ? t('sheet.refused.none') : t('sheet.refused.rest', { n: done.changed })}</p>
      <table className="sheet-refused">
        <tbody>
          {[...groups].map(([key, count]) => {
            const [name = '', code = ''] = key.split('\n')
            const refused = done.refused.find((one) => one.column === name && one.code === code)
            return (
              <tr key={key}>
                <th scope="row">{labelOf(name)}</th>
                <td>{refused === undefined ? code : error({ code: refused.code, params: {} })}</td>
                <td className="number">{t('sheet.cellCount', { n: count })}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
      <div className="sheet-form-end">
        <Button look="primary" onPress={onClose}>
          {t('sheet.close')}
        </Button>
      </div>
    </SheetDialog>
  )
}
