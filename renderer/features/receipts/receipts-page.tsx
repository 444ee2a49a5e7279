import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../api/api.ts'
import { failureOf } from '../../api/failure.ts'
import { queries } from '../../api/queries.ts'
import { useWords } from '../../app/words.ts'
import { Button } from '../../ui/button.tsx'
import { FailureNotice } from '../../ui/notice.tsx'
import { EmptyPage, PageHead } from '../../ui/page-head.tsx'
import { PaperView } from '../../ui/paper-view.tsx'
import { useOpenSheet } from '../sheets/open-sheet.tsx'
import { ReceiptTable } from './receipt-table.tsx'
import './receipts.css'

/** The latest receipts as they entered the ledger, each with its paper. */
export const ReceiptsPage = () => {
  const { t } = useWords()
  const openSheet = useOpenSheet()
  const receipts = useQuery(queries.receipts)
  const [chosen, choose] = useState<number | null>(null)
  const paper = useQuery({
    queryKey: ['receipts.paper', chosen],
    queryFn: () => api.call('receipts.paper', { receiptId: chosen ?? 0 }),
    enabled: chosen !== null,
  })
  return (
    <>
      <div className="receipts-head">
        <PageHead title={t('officeReceipts.title')} lead={t('officeReceipts.lead')} />
        <Button onPress={() => openSheet({ sheet: 'receipts' })}>{t('sheet.asSheet')}</Button>
        <Button onPress={() => openSheet({ sheet: 'lines' })}>{t('sheet.itemsAsSheet')}</Button>
      </div>
      {receipts.error === null ? null : <FailureNotice failure={failureOf(receipts.error)} />}
      {receipts.data?.length === 0 ? (
        <EmptyPage title={t('receipts.empty')} hint={t('receipts.emptyHint')} />
      ) : (
        <div className="receipts-layout">
          <ReceiptTable rows={receipts.data ?? []} chosen={chosen} onChoose={choose} />
          <div className="receipts-paper">
            {chosen === null ? <p className="receipts-choose">{t('officeReceipts.choose')}</p> : null}
            {paper.error === null ? null : <FailureNotice failure={failureOf(paper.error)} />}
            {paper.data === undefined ? null : <PaperView paper={paper.data} />}
          </div>
        </div>
      )}
    </>
  )
}
