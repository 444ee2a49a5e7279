import { ToggleButton } from 'react-aria-components'
import { useWords } from '../../app/words.ts'

/** Seven buttons, Monday first as calendars on the wall have it; bit 0 is Sunday. */
const order = [1, 2, 3, 4, 5, 6, 0]

export const WeekdayChoice = ({
  value,
  onChange,
}: {
  readonly value: number
  readonly onChange: (value: number) => void
}) => {
  const { t } = useWords()
  const names = Array.from(t('time.weekdays'))
  return (
    <div className="weekday-choice" role="group" aria-label={t('couponForm.weekdays')}>
      <span className="field-label" aria-hidden="true">
        {t('couponForm.weekdays')}
      </span>
      <div className="choice-row">
        {order.map((day) => (
          <ToggleButton
            key={day}
            className="choice-option weekday"
            isSelected={(value & (1 << day)) !== 0}
            onChange={() => onChange(value ^ (1 << day))}
          >
            {names[day] ?? ''}
          </ToggleButton>
        ))}
      </div>
    </div>
  )
}
