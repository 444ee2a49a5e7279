import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../../api/api.ts'
import { failureOf } from '../../../api/failure.ts'
import { useWords } from '../../../app/words.ts'
import { Button } from '../../../ui/button.tsx'
import { FailureNotice, Notice } from '../../../ui/notice.tsx'
import { useToasts } from '../../../ui/toast.tsx'
import { SheetDialog } from '../sheet-popover.tsx'
import type { Selection } from '../types.ts'

/** A coupon for everybody who is ticked; who holds one of the kind already is left out. */
export const CouponDialog = ({
  count,
  selection,
  onClose,
}: {
  readonly count: number
  readonly selection: Selection
  readonly onClose: () => void
}) => {
  const { t } = useWords()
  const toasts = useToasts()
  const kinds = useQuery({ queryKey: ['coupons.kinds'], queryFn: () => api.call('coupons.kinds', {}) })
  const [kindId, setKind] = useState<number | null>(null)
  const [working, setWorking] = useState(false)
  const [failure, setFailure] = useState<ReturnType<typeof failureOf> | null>(null)
  const offered = (kinds.data ?? []).filter((kind) => kind.active)

  const give = async (): Promise<void> => {
    if (kindId === null) return
    setWorking(true)
    try {
      const { ids } = await api.call('sheets.ids', { sheet: 'customers', selection })
      const { given, leftOut } = await api.call('coupons.giveMany', { kindId, customerIds: ids })
      toasts.show({
        text: t('sheet.coupon.done', { n: given }),
        ...(leftOut === 0 ? {} : { detail: t('sheet.coupon.leftOut', { n: leftOut }) }),
      })
      onClose()
    } catch (error) {
      setFailure(failureOf(error))
      setWorking(false)
    }
  }

  return (
    <SheetDialog title={t('sheet.coupon.title', { n: count })} onClose={onClose}>
      {failure === null ? null : <FailureNotice failure={failure} />}
      {kinds.data !== undefined && offered.length === 0 ? <Notice>{t('sheet.coupon.none')}</Notice> : null}
      <div className="sheet-form-chips">
        {offered.map((kind) => (
          <button
            key={kind.kindId}
            type="button"
            className="sheet-chip-choice"
            aria-pressed={kind.kindId === kindId}
            onClick={() => setKind(kind.kindId)}
          >
            {kind.terms.name}
          </button>
        ))}
      </div>
      <div className="sheet-form-end">
        <Button look="primary" isDisabled={kindId === null || working} onPress={() => void give()}>
          {t(working ? 'sheet.coupon.working' : 'sheet.coupon.give')}
        </Button>
      </div>
    </SheetDialog>
  )
}
