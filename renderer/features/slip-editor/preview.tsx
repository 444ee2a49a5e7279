import { UserRound } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import type { SlipColumns } from '#shared/contract/devices.ts'
import type { CallOutput } from '#shared/contract/index.ts'
import type { SlipKind } from '#shared/slips/kinds.ts'
import { useWords } from '../../app/words.ts'
import { Button } from '../../ui/button.tsx'
import { Choice } from '../../ui/choice.tsx'
import { CustomerPicker, type PickedCustomer } from '../customers/customer-picker.tsx'
import { drawing } from '../slips/slip-picture.tsx'

const widths = ['32', '42', '48'] as const

const Picture = ({
  svg,
  label,
  columns,
}: {
  readonly svg: string
  readonly label: string
  readonly columns: SlipColumns
}) => {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const picture = drawing(svg)
    box.current?.replaceChildren(...(picture === null ? [] : [picture]))
  }, [svg])
  return (
    <div ref={box} className={`slip-picture slip-preview-paper w${columns}`} role="img" aria-label={label} />
  )
}

/** The slip as it will be printed, drawn from its bytes: how wide the paper is, and whose values stand on it. */
export const Preview = ({
  kind,
  shown,
  part,
  columns,
  customer,
  onColumns,
  onCustomer,
}: {
  readonly kind: SlipKind
  readonly shown: CallOutput<'slipTemplates.preview'> | undefined
  /** How far down the chosen block stands, 0 to 1: the paper is moved so that it is seen. */
  readonly part: number
  readonly columns: SlipColumns
  readonly customer: PickedCustomer | null
  readonly onColumns: (columns: SlipColumns) => void
  readonly onCustomer: (customer: PickedCustomer | null) => void
}) => {
  const { t } = useWords()
  const [picking, setPicking] = useState(false)
  const well = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const box = well.current
    if (box !== null && shown !== undefined) box.scrollTop = part * (box.scrollHeight - box.clientHeight)
  }, [part, shown])
  return (
    <section className="slip-preview" aria-label={t('slipEdit.preview')}>
      <Choice
        label={t('slipEdit.columns')}
        value={`${columns}`}
        options={widths.map((value) => ({ value, text: t(`slipEdit.columns.${value}`) }))}
        onChange={(value) => onColumns(value === '32' ? 32 : value === '42' ? 42 : 48)}
      />
      {kind === 'proof' ? null : (
        <div className="slip-whose">
          <span>
            {customer === null ? t('slipEdit.example') : t('card.honorific', { name: customer.name })}
          </span>
          {customer === null ? (
            <Button look="quiet" onPress={() => setPicking(true)}>
              <UserRound size={18} aria-hidden="true" />
              {t('slipEdit.choose')}
            </Button>
          ) : (
            <Button look="quiet" onPress={() => onCustomer(null)}>
              {t('slipEdit.toExample')}
            </Button>
          )}
        </div>
      )}
      <div
        ref={well}
        className="slip-preview-well"
        role="region"
        aria-label={t('slipEdit.paper')}
        // Scrolled by keys as well.
        tabIndex={0}
      >
        {shown === undefined ? null : (
          <Picture
            svg={shown.svg}
            columns={columns}
            label={t('slipEdit.previewOf', { kind: t(`slipEdit.kind.${kind}`), columns })}
          />
        )}
      </div>
      {picking ? (
        <CustomerPicker
          title={t('slipEdit.chooseTitle')}
          except={0}
          onClose={() => setPicking(false)}
          onPick={(picked) => {
            onCustomer(picked)
            setPicking(false)
          }}
        />
      ) : null}
    </section>
  )
}
