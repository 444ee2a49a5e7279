import { type ReactNode, useState } from 'react'
import type { SheetName } from '#shared/contract/sheet-filter.ts'
import { useOpenCustomer } from '../customers/open-customer.tsx'
import { ReceiptDialog } from './receipt-dialog.tsx'

/** What Enter on a row opens: a customer's page, a receipt's paper. */
export const useRowOpening = (
  sheet: SheetName,
): { readonly open: ((key: string) => void) | null; readonly over: ReactNode } => {
  const openCustomer = useOpenCustomer()
  const [receiptId, setReceipt] = useState<number | null>(null)
  switch (sheet) {
    case 'customers':
      return { open: (key) => openCustomer(Number(key)), over: null }
    case 'receipts':
    case 'lines':
      return {
        open: (key) => setReceipt(Number.parseInt(key, 10)),
        over:
          receiptId === null ? null : (
            <ReceiptDialog receiptId={receiptId} onClose={() => setReceipt(null)} />
          ),
      }
    default:
      return { open: null, over: null }
  }
}
