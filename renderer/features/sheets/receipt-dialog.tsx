import { useQuery } from '@tanstack/react-query'
import { api } from '../../api/api.ts'
import { failureOf } from '../../api/failure.ts'
import { useWords } from '../../app/words.ts'
import { FailureNotice } from '../../ui/notice.tsx'
import { PaperView } from '../../ui/paper-view.tsx'
import { SheetDialog } from './sheet-popover.tsx'

/** A receipt as it was printed. */
export const ReceiptDialog = ({
  receiptId,
  onClose,
}: {
  readonly receiptId: number
  readonly onClose: () => void
}) => {
  const { t } = useWords()
  const paper = useQuery({
    queryKey: ['receipts.paper', receiptId],
    queryFn: () => api.call('receipts.paper', { receiptId }),
  })
  return (
    <SheetDialog title={t('sheet.paper')} onClose={onClose}>
      {paper.error === null ? null : <FailureNotice failure={failureOf(paper.error)} />}
      {paper.data === undefined ? null : <PaperView paper={paper.data} />}
    </SheetDialog>
  )
}
