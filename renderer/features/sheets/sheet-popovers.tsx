import type { RefObject } from 'react'
import { api } from '../../api/api.ts'
import { useWords } from '../../app/words.ts'
import { CategoryDialog } from './actions/category-dialog.tsx'
import { CouponDialog } from './actions/coupon-dialog.tsx'
import { ExportDialog } from './actions/export-dialog.tsx'
import { PointsDialog } from './actions/points-dialog.tsx'
import { RevealDialog } from './actions/reason-dialog.tsx'
import { TagDialog } from './actions/tag-dialog.tsx'
import type { CellLook } from './cell-look.ts'
import { ColumnChooser } from './chooser.tsx'
import { ColumnMenu } from './column-menu.tsx'
import { type Picked, selectionOf } from './selection.ts'
import { SheetPopover } from './sheet-popover.tsx'
import type { Done, SheetView } from './types.ts'
import type { SheetCommands } from './use-sheet-commands.ts'
import type { SheetState } from './use-sheet-state.ts'
import { ViewsMenu } from './views-menu.tsx'

type At = RefObject<HTMLElement | null>

/** Only one of them is open at a time. */
export type OpenPopover =
  | { readonly kind: 'filter' | 'views' | 'columns'; readonly at: At }
  | { readonly kind: 'column'; readonly name: string; readonly at: At; readonly conditionOnly: boolean }
  | { readonly kind: 'tag' | 'points' | 'coupon' | 'category' | 'export' | 'reveal' }

export interface SheetPopoversProps {
  readonly open: OpenPopover | null
  readonly onOpen: (open: OpenPopover | null) => void
  readonly state: SheetState
  readonly look: CellLook
  readonly picked: Picked
  readonly count: number
  readonly run: SheetCommands['run']
  readonly onReveal: (reason: string) => void
  readonly onView: (view: SheetView) => void
}

/** Which column a new condition is for. */
const ColumnList = ({
  state,
  look,
  onChoose,
}: {
  readonly state: SheetState
  readonly look: CellLook
  readonly onChoose: (name: string) => void
}) => {
  const { t } = useWords()
  return (
    <div className="column-list">
      <h3>{t('sheet.conditionOn')}</h3>
      <div className="column-list-names">
        {state.columns
          .filter((column) => column.filterable)
          .map((column) => (
            <button
              key={column.name}
              type="button"
              className="menu-button"
              onClick={() => onChoose(column.name)}
            >
              {look.label(column)}
            </button>
          ))}
      </div>
    </div>
  )
}

/** Everything that opens over a sheet. */
export const SheetPopovers = (props: SheetPopoversProps) => {
  const { open, onOpen, state, look, picked, count, run } = props
  const { t } = useWords()
  const close = (): void => onOpen(null)
  const selection = selectionOf(picked, state.filter)
  const many = (work: () => Promise<Done>, words: (done: Done) => string): void => {
    close()
    run(work, words)
  }
  switch (open?.kind) {
    case undefined:
      return null
    case 'filter':
      return (
        <SheetPopover label={t('sheet.conditionOn')} at={open.at} onClose={close}>
          <ColumnList
            state={state}
            look={look}
            onChoose={(name) => onOpen({ kind: 'column', name, at: open.at, conditionOnly: true })}
          />
        </SheetPopover>
      )
    case 'views':
      return (
        <SheetPopover label={t('sheet.views')} at={open.at} onClose={close}>
          <ViewsMenu state={state} onChoose={props.onView} />
        </SheetPopover>
      )
    case 'columns':
      return (
        <SheetPopover label={t('sheet.columns')} at={open.at} onClose={close}>
          <ColumnChooser
            columns={state.columns}
            layout={state.layout}
            look={look}
            onChange={state.setLayout}
          />
        </SheetPopover>
      )
    case 'column': {
      const column = state.columns.find(({ name }) => name === open.name)
      const place = state.layout.find(({ name }) => name === open.name)
      if (column === undefined || place === undefined) return null
      return (
        <SheetPopover label={look.label(column)} at={open.at} onClose={close}>
          <ColumnMenu
            key={open.name}
            conditionOnly={open.conditionOnly}
            column={column}
            place={place}
            condition={(state.filter.conditions ?? []).find((one) => one.column === column.name) ?? null}
            sort={state.sort}
            look={look}
            onSort={(sort) => {
              state.setSort(sort)
              close()
            }}
            onPlace={(change) => {
              state.setLayout((before) =>
                before.map((one) => (one.name === column.name ? { ...one, ...change } : one)),
              )
              if (change.width === undefined) close()
            }}
            onCondition={(condition) => {
              state.setCondition(column.name, condition)
              close()
            }}
          />
        </SheetPopover>
      )
    }
    case 'tag':
      return (
        <TagDialog
          count={count}
          columns={state.columns}
          onClose={close}
          onTag={(tag, put) =>
            many(
              () => api.call('sheets.tag', { selection, tag, put }),
              (done) => t(put ? 'sheet.tag.done' : 'sheet.tag.gone', { n: done.changed, tag }),
            )
          }
        />
      )
    case 'points':
      return (
        <PointsDialog
          count={count}
          onClose={close}
          onGive={(points, reason) =>
            many(
              () => api.call('sheets.givePoints', { selection, points, reason }),
              (done) => t('sheet.points.done', { n: done.changed }),
            )
          }
        />
      )
    case 'coupon':
      return <CouponDialog count={count} selection={selection} onClose={close} />
    case 'category':
      return (
        <CategoryDialog
          count={count}
          columns={state.columns}
          onClose={close}
          onChoose={(text) =>
            many(
              async () => {
                const { ids } = await api.call('sheets.ids', { sheet: state.sheet, selection })
                const cells = ids.slice(0, 5000).map((id) => ({ key: String(id), column: 'category', text }))
                return api.call('sheets.edit', { sheet: state.sheet, cells })
              },
              (done) => t('sheet.changed', { n: done.changed }),
            )
          }
        />
      )
    case 'export':
      return (
        <ExportDialog
          state={state}
          look={look}
          selection={count > 0 ? selection : { filter: state.filter, exceptKeys: [] }}
          count={count > 0 ? count : (state.total ?? 0)}
          onClose={close}
        />
      )
    default:
      return <RevealDialog onReveal={props.onReveal} onClose={close} />
  }
}
