import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useWords } from '../../app/words.ts'
import { Button } from '../../ui/button.tsx'
import { KeyCap } from '../../ui/key-cap.tsx'
import { Pick } from './pick.tsx'
import { soldNow, termsText, worthText } from './prepaid-words.ts'
import { prepaidProducts, useSelling } from './use-prepaid.ts'

export interface PrepaidSellProps {
  readonly customerId: number
  readonly name: string
  /** The receipt at hand that may have paid for it; `own`: it is the guest's already. */
  readonly receipt: { readonly id: number; readonly total: number; readonly own: boolean } | null
  readonly canPrint: boolean
  readonly onClose: () => void
}

/** Sells one to the guest of the moment, with the receipt that paid for it where it is theirs already. */
export const PrepaidSellForm = ({ customerId, name, receipt, canPrint, onClose }: PrepaidSellProps) => {
  const words = useWords()
  const { t, won } = words
  const products = soldNow(useQuery(prepaidProducts).data ?? [])
  const [chosen, setChosen] = useState<number | null>(null)
  const selling = useSelling(onClose)
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('button[type=submit]')?.focus()
  }, [])
  // What comes to the very sum of the receipt is what was sold.
  const likely = products.find(({ terms }) => terms.price === receipt?.total) ?? products[0]
  const one = products.find(({ productId }) => productId === chosen) ?? likely
  if (one === undefined) return null
  const { productId, terms } = one
  const paidBy = receipt !== null && receipt.total >= terms.price ? receipt : null
  return (
    <form
      ref={form}
      className="points-form prepaid-form"
      aria-label={t('prepaidSell.title')}
      onSubmit={(event) => {
        event.preventDefault()
        const what = terms.name
        const receiptId = paidBy?.own === true ? paidBy.id : null
        // Otherwise a slip comes with the receipt that is given to the guest next.
        const print = canPrint && (paidBy === null || paidBy.own)
        if (!selling.isPending) selling.mutate({ customerId, name, productId, what, receiptId, print })
      }}
    >
      {products.length === 1 ? (
        <p className="points-form-head">
          <strong>{terms.name}</strong>
          <span className="counter-soft">{termsText(words, terms)}</span>
        </p>
      ) : (
        <Pick
          label={t('prepaidSell.which')}
          value={productId}
          options={products.map((each) => ({
            id: each.productId,
            name: each.terms.name,
            note: worthText(words, each.terms),
          }))}
          onChange={setChosen}
        />
      )}
      <p className="counter-soft prepaid-says" role="status">
        {products.length === 1 ? '' : `${termsText(words, terms)}. `}
        {paidBy === null
          ? t('prepaidSell.noReceipt', { won: won(terms.price) })
          : t(paidBy.own ? 'prepaidSell.withReceipt' : 'prepaidSell.withNext', { won: won(paidBy.total) })}
      </p>
      <div className="next-others">
        <Button
          type="submit"
          look="primary"
          size="large"
          className="points-form-go"
          isDisabled={selling.isPending}
        >
          <KeyCap>Enter</KeyCap>
          {t('prepaidSell.go', { won: won(terms.price) })}
        </Button>
        <Button size="large" look="quiet" keyCap="Esc" onPress={onClose}>
          {t('use.back')}
        </Button>
      </div>
    </form>
  )
}
