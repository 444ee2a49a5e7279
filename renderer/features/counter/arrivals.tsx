import { useEffect, useState } from 'react'
import { api } from '../../api/api.ts'
import { useWords } from '../../app/words.ts'

/** Tells a screen reader what came in; the eyes see it in the list. */
export const Arrivals = () => {
  const { t, won } = useWords()
  const [said, say] = useState('')
  useEffect(
    () =>
      api.on('receipt.arrived', (row) =>
        say(
          t(row.kind === 'refund' ? 'receipts.refundArrived' : 'receipts.arrived', { total: won(row.total) }),
        ),
      ),
    [t, won],
  )
  return (
    <p className="hidden-text" role="status" aria-live="polite">
      {said}
    </p>
  )
}
