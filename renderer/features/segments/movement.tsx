import { ArrowDownRight, ArrowUpRight } from 'lucide-react'
import { formatNumber } from '#shared/won.ts'
import { useWords } from '../../app/words.ts'

/** Who came in and who went within thirty days: an arrow, a figure, and the whole sentence for whoever listens. */
export const Movement = ({ entered, left }: { readonly entered: number; readonly left: number }) => {
  const { t } = useWords()
  if (entered === 0 && left === 0) return <span className="movement still">{t('segments.still')}</span>
  return (
    <>
      <span className="movement in">
        <ArrowUpRight size={16} aria-hidden="true" />
        <span aria-hidden="true">{formatNumber(entered)}</span>
        <span className="hidden-text">
          {t('segments.entered', { n: formatNumber(entered), count: entered })}
        </span>
      </span>
      <span className="movement out">
        <ArrowDownRight size={16} aria-hidden="true" />
        <span aria-hidden="true">{formatNumber(left)}</span>
        <span className="hidden-text">{t('segments.left', { n: formatNumber(left), count: left })}</span>
      </span>
    </>
  )
}
