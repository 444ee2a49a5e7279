import { useState } from 'react'
import { formatNumber } from '#shared/won.ts'
import { useWords } from '../../../app/words.ts'
import { Button } from '../../../ui/button.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { SheetDialog } from '../sheet-popover.tsx'

const pointsIn = (text: string): number => {
  const value = Number(text.normalize('NFKC').replace(/[\s,점]/g, ''))
  return Number.isInteger(value) && Math.abs(value) <= 1_000_000 ? value : 0
}

/** The same points for everybody who is ticked; says what it comes to before it is done. */
export const PointsDialog = ({
  count,
  onGive,
  onClose,
}: {
  readonly count: number
  readonly onGive: (points: number, reason: string) => void
  readonly onClose: () => void
}) => {
  const { t } = useWords()
  const [typed, setTyped] = useState('')
  const [reason, setReason] = useState('')
  const points = pointsIn(typed)
  const ready = points !== 0 && reason.trim().length >= 2
  return (
    <SheetDialog title={t('sheet.points.title', { n: count })} onClose={onClose}>
      <TextField
        label={t('sheet.points.each')}
        placeholder="500"
        inputMode="numeric"
        autoFocus
        value={typed}
        onChange={setTyped}
        note={
          points === 0 ? t('sheet.points.note') : t('sheet.points.sum', { all: formatNumber(points * count) })
        }
      />
      <TextField
        label={t('sheet.points.reason')}
        placeholder={t('sheet.points.example')}
        maxLength={200}
        value={reason}
        onChange={setReason}
        onEnter={() => {
          if (ready) onGive(points, reason.trim())
        }}
      />
      <div className="sheet-form-end">
        <Button look="primary" isDisabled={!ready} onPress={() => onGive(points, reason.trim())}>
          {t(points < 0 ? 'sheet.points.take' : 'sheet.points.give')}
        </Button>
      </div>
    </SheetDialog>
  )
}
