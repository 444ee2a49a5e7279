import { useState } from 'react'
import { useWords } from '../../app/words.ts'
import { Button } from '../../ui/button.tsx'
import { Check } from '../../ui/check.tsx'
import { Choice } from '../../ui/choice.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { EditEnd, useCloseEdit } from './edit-row.tsx'
import type { YearDay } from './queries.ts'

const digits = (text: string, most: number): string => text.replace(/\D/g, '').slice(0, most)

/** A day of the year in either calendar. */
export const DayEditor = ({
  value,
  named = false,
  onSave,
  onRemove,
}: {
  readonly value: YearDay | null
  /** Whether it has a name of its own. */
  readonly named?: boolean
  /** `close` ends the editing; called once it is saved. */
  readonly onSave: (day: YearDay, name: string, close: () => void) => void
  readonly onRemove?: (close: () => void) => void
}) => {
  const onClose = useCloseEdit()
  const { t } = useWords()
  const [name, setName] = useState('')
  const [calendar, setCalendar] = useState<YearDay['calendar']>(value?.calendar ?? 'solar')
  const [year, setYear] = useState(String(value?.year ?? ''))
  const [month, setMonth] = useState(String(value?.month ?? ''))
  const [day, setDay] = useState(String(value?.day ?? ''))
  const [leap, setLeap] = useState(value?.leap ?? false)
  const ready =
    Number(month) >= 1 &&
    Number(month) <= 12 &&
    Number(day) >= 1 &&
    Number(day) <= 31 &&
    (year === '' || Number(year) >= 1890) &&
    (!named || name.trim() !== '')
  const save = (): void => {
    if (!ready) return
    onSave(
      {
        calendar,
        year: year === '' ? null : Number(year),
        month: Number(month),
        day: Number(day),
        leap: calendar === 'lunar' && leap,
      },
      name.trim(),
      onClose,
    )
  }
  return (
    <div className="edit">
      {named ? (
        <TextField label={t('person.dayName')} value={name} onChange={setName} maxLength={40} autoFocus />
      ) : null}
      <Choice
        label={t('day.calendar')}
        value={calendar}
        options={[
          { value: 'solar', text: t('day.solar') },
          { value: 'lunar', text: t('day.lunar') },
        ]}
        onChange={setCalendar}
      />
      <div className="day-fields">
        <TextField
          label={t('day.year')}
          value={year}
          onChange={(text) => setYear(digits(text, 4))}
          inputMode="numeric"
          onEnter={save}
        />
        <TextField
          label={t('day.month')}
          value={month}
          onChange={(text) => setMonth(digits(text, 2))}
          inputMode="numeric"
          autoFocus={!named}
          onEnter={save}
        />
        <TextField
          label={t('day.day')}
          value={day}
          onChange={(text) => setDay(digits(text, 2))}
          inputMode="numeric"
          onEnter={save}
        />
      </div>
      {calendar === 'lunar' ? (
        <Check isSelected={leap} onChange={setLeap}>
          {t('day.leap')}
        </Check>
      ) : null}
      <EditEnd
        onSave={save}
        onClose={onClose}
        isDisabled={!ready}
        saveWord={t('common.save')}
        closeWord={t('common.cancel')}
      />
      {onRemove === undefined || value === null ? null : (
        <Button look="danger" onPress={() => onRemove(onClose)}>
          {t('day.clear')}
        </Button>
      )}
    </div>
  )
}
