import { perSheet, type StockId } from '#shared/labels/stock.ts'
import { useWords } from '../../app/words.ts'
import { Select } from '../../ui/select.tsx'
import { Stepper } from './stepper.tsx'
import type { SheetChoice } from './use-sheet-choice.ts'

const tenths = (value: number): string => (Math.abs(value) / 10).toFixed(1)

/** Which paper lies in the printer, where the begun sheet goes on, and how far the printer is off. */
export const SheetChoices = ({
  sheet,
  stocks,
}: {
  readonly sheet: SheetChoice
  readonly stocks: readonly StockId[]
}) => {
  const { t } = useWords()
  const { stock, first, shiftX, shiftY, furthest } = sheet
  const last = perSheet(stock) - 1
  return (
    <>
      <Select
        label={t('labels.stock')}
        value={stock.id}
        onChange={sheet.setStock}
        options={stocks.map((id) => ({ value: id, text: t(`labels.stock.${id}`) }))}
      />
      <Stepper
        label={t('labels.first')}
        text={t('labels.place', { n: first + 1 })}
        less={t('labels.firstLess')}
        more={t('labels.firstMore')}
        onLess={() => sheet.setFirst(first - 1)}
        onMore={() => sheet.setFirst(first + 1)}
        canLess={first > 0}
        canMore={first < last}
      />
      <p className="labels-hint">{t('labels.firstHint')}</p>
      <details className="labels-shift">
        <summary>{t('labels.shift')}</summary>
        <p className="labels-hint">{t('labels.shiftHint')}</p>
        <Stepper
          label={t('labels.shiftX')}
          text={shiftX === 0 ? '0' : t(shiftX > 0 ? 'labels.right' : 'labels.left', { n: tenths(shiftX) })}
          less={t('labels.moveLeft')}
          more={t('labels.moveRight')}
          onLess={() => sheet.shift('shiftX', -1)}
          onMore={() => sheet.shift('shiftX', 1)}
          canLess={shiftX > -furthest}
          canMore={shiftX < furthest}
        />
        <Stepper
          label={t('labels.shiftY')}
          text={shiftY === 0 ? '0' : t(shiftY > 0 ? 'labels.down' : 'labels.up', { n: tenths(shiftY) })}
          less={t('labels.moveUp')}
          more={t('labels.moveDown')}
          onLess={() => sheet.shift('shiftY', -1)}
          onMore={() => sheet.shift('shiftY', 1)}
          canLess={shiftY > -furthest}
          canMore={shiftY < furthest}
        />
      </details>
    </>
  )
}
