import type { BusinessDate } from '#shared/dates.ts'
import { DateField } from '../../../ui/date-field.tsx'

/** One end of the range: never none, and nothing while a date is only half typed. */
export const RangeDay = ({
  onChange,
  ...field
}: {
  readonly label: string
  readonly value: BusinessDate
  readonly min?: BusinessDate
  readonly max?: BusinessDate
  readonly onChange: (value: BusinessDate) => void
}) => (
  <DateField
    {...field}
    onChange={(value) => {
      if (/^\d{4}-\d{2}-\d{2}$/.test(value)) onChange(value)
    }}
  />
)
