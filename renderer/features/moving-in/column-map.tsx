import type { CallOutput } from '#shared/contract/index.ts'
import { fieldsOf } from '#shared/moving.ts'
import { useWords } from '../../app/words.ts'
import { Select } from '../../ui/select.tsx'
import type { MoveField } from './mapping.ts'

const nothing = 'nothing' as const

/** Each column with what is in it, and beside it what it becomes. */
export const ColumnMap = ({
  look,
  columns,
  onChoose,
}: {
  readonly look: CallOutput<'moving.look'>
  readonly columns: readonly (MoveField | null)[]
  readonly onChoose: (at: number, field: MoveField | null) => void
}) => {
  const { t } = useWords()
  const options = [
    { value: nothing, text: t('moving.field.none') },
    ...fieldsOf(look.kind).map((field) => ({ value: field, text: t(`moving.field.${field}`) })),
    ...look.own.map(({ id, name }) => ({
      value: `own:${id}` as const,
      text: t('moving.field.own', { name }),
    })),
  ]
  return (
    <table className="moving-map">
      <thead>
        <tr>
          <th scope="col">{t('moving.column.heading')}</th>
          <th scope="col">{t('moving.column.sample')}</th>
          <th scope="col">{t('moving.column.field')}</th>
        </tr>
      </thead>
      <tbody>
        {columns.map((field, index) => {
          const nth = t('moving.column.nth', { n: index + 1 })
          const heading = look.headings[index] === '' ? nth : (look.headings[index] ?? nth)
          const samples = look.sample.map((row) => row[index] ?? '').filter((text) => text !== '')
          return (
            <tr key={nth} className={field === null ? 'unused' : ''}>
              <th scope="row">{heading}</th>
              <td className="moving-samples">{samples.slice(0, 3).join('  ·  ')}</td>
              <td className="moving-choose">
                <Select
                  label={heading}
                  value={field ?? nothing}
                  options={options}
                  onChange={(next) => {
                    onChoose(index, next === nothing ? null : next)
                  }}
                />
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
