import { BoxSelect, CornerUpRight, Pencil, X } from 'lucide-react'
import { useWords } from '../../app/words.ts'
import { Button } from '../../ui/button.tsx'
import type { CellLook } from './cell-look.ts'
import { type Picked, pickedCount } from './selection.ts'
import { MarkedSums, PickedSums } from './status-bar.tsx'
import { Tool } from './toolbar.tsx'
import type { MarkedCells } from './use-marked-cells.ts'
import type { SheetState } from './use-sheet-state.ts'

/** What is done with ticked rows. */
export type RowAction = 'tag' | 'points' | 'coupon' | 'category' | 'export' | 'labels'

export interface SheetFootProps {
  readonly state: SheetState
  readonly look: CellLook
  readonly picked: Picked
  readonly onUnpick: () => void
  readonly cells: number
  readonly marked: MarkedCells | null | undefined
  readonly extending: boolean
  readonly onExtending: (on: boolean) => void
  readonly onOpenRow: (() => void) | null
  readonly onWrite: (() => void) | null
  readonly onAct: (action: RowAction) => void
}

/** The line below the rows: sums of what is ticked or marked, and what can be done with it. */
export const SheetFoot = (props: SheetFootProps) => {
  const { state, look, picked } = props
  const { t } = useWords()
  const count = pickedCount(picked, state.total ?? 0)
  if (count > 0) {
    return (
      <footer className="sheet-foot picked">
        <strong className="sheet-count">{t('sheet.picked', { n: count })}</strong>
        <PickedSums state={state} picked={picked} look={look} />
        <div className="sheet-acts">
          {state.sheet === 'customers' ? (
            <>
              <Button onPress={() => props.onAct('tag')}>{t('sheet.act.tag')}</Button>
              <Button onPress={() => props.onAct('points')}>{t('sheet.act.points')}</Button>
              <Button onPress={() => props.onAct('coupon')}>{t('sheet.act.coupon')}</Button>
              <Button onPress={() => props.onAct('labels')}>{t('sheet.act.labels')}</Button>
            </>
          ) : null}
          {state.sheet === 'products' ? (
            <Button onPress={() => props.onAct('category')}>{t('sheet.act.category')}</Button>
          ) : null}
          <Button onPress={() => props.onAct('export')}>{t('sheet.act.export')}</Button>
          <Button look="quiet" label={t('sheet.unpick')} onPress={props.onUnpick}>
            <X size={20} aria-hidden="true" />
          </Button>
        </div>
      </footer>
    )
  }
  return (
    <footer className="sheet-foot">
      {props.cells < 2 ? (
        <span className="sheet-hint">
          {t(state.columns.some(({ editable }) => editable) ? 'sheet.keysHint' : 'sheet.keysRead')}
        </span>
      ) : null}
      <MarkedSums cells={props.cells} marked={props.marked} columns={state.columns} look={look} />
      <div className="sheet-acts">
        {props.cells === 0 ? null : (
          <Tool
            label={t('sheet.extend')}
            pressed={props.extending}
            onPress={() => props.onExtending(!props.extending)}
          >
            <BoxSelect size={20} aria-hidden="true" />
          </Tool>
        )}
        {props.onWrite === null ? null : (
          <Tool label={t('sheet.write')} onPress={props.onWrite}>
            <Pencil size={20} aria-hidden="true" />
          </Tool>
        )}
        {props.onOpenRow === null ? null : (
          <Tool label={t('sheet.open')} onPress={props.onOpenRow}>
            <CornerUpRight size={20} aria-hidden="true" />
          </Tool>
        )}
      </div>
    </footer>
  )
}
