import { Sheet } from 'lucide-react'
import { useState } from 'react'
import { useWords } from '../../app/words.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyPage, PageHead } from '../../ui/page-head.tsx'
import { useOpenSheet } from '../sheets/open-sheet.tsx'
import { CategoryGuesses } from './category-guesses.tsx'
import { ProductDetail } from './product-detail.tsx'
import { ProductTable } from './product-table.tsx'
import './products.css'
import { SameQuestions } from './same-questions.tsx'
import { useProductCalls, useProductList, useProposals } from './use-products.ts'

/** What the shop sells: questions first, then the list, and one product beside it. */
const ProductsPage = () => {
  const { t } = useWords()
  const [shown, setShown] = useState<number | null>(null)
  const all = useProductList('', null).data
  const proposals = useProposals().data
  const calls = useProductCalls()
  const openSheet = useOpenSheet()
  if (all === undefined) return null
  return (
    <div className="products">
      <div className="product-top">
        <PageHead title={t('product.title')} lead={t('product.lead')} />
        {all.length === 0 ? null : (
          <Button look="quiet" onPress={() => openSheet({ sheet: 'products' })}>
            <Sheet size={20} aria-hidden="true" />
            {t('product.sheet')}
          </Button>
        )}
      </div>
      {all.length === 0 ? (
        <EmptyPage title={t('product.none')} hint={t('product.noneHint')} />
      ) : (
        <>
          {proposals === undefined ? null : (
            <div className="product-asks">
              <SameQuestions pairs={proposals.pairs} calls={calls} />
              <CategoryGuesses guesses={proposals.categories} calls={calls} />
            </div>
          )}
          <div className={shown === null ? 'product-desk' : 'product-desk open'}>
            <ProductTable calls={calls} shown={shown} onShow={setShown} />
            {shown === null ? null : (
              <ProductDetail key={shown} id={shown} calls={calls} onClose={() => setShown(null)} />
            )}
          </div>
        </>
      )}
    </div>
  )
}

export default ProductsPage
