import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { SheetFilter, SheetName, SheetSort } from '#shared/contract/sheet-filter.ts'
import { formatNumber } from '#shared/won.ts'
import { api } from '../../api/api.ts'
import { useKeys } from '../../app/use-keys.ts'
import { useWords } from '../../app/words.ts'
import { FailureNotice } from '../../ui/notice.tsx'
import { FindSame } from '../customers/find-same.tsx'
import { useOpenLabels } from '../labels/open-labels.tsx'
import { useCellLook } from './cell-look.ts'
import { FilterChips } from './filter-chips.tsx'
import { newMarks } from './grid/marks.ts'
import './grid/modules.ts'
import { pickColumn } from './grid/column-defs.ts'
import { boundsOf, type Rectangle, sizeOf } from './grid/rectangle.ts'
import { SheetGrid, type SheetGridHandle } from './grid/sheet-grid.tsx'
import { layoutColumns, reordered, shownNames, sortedBy } from './layout.ts'
import { filterOf, type SheetOpening } from './open-sheet.tsx'
import { RefusedDialog } from './refused-dialog.tsx'
import { pickedCount, selectionOf } from './selection.ts'
import { SheetContext } from './sheet-context.ts'
import { SheetFoot } from './sheet-foot.tsx'
import { type OpenPopover, SheetPopovers } from './sheet-popovers.tsx'
import './sheets-menus.css'
import './sheets.css'
import { SheetToolbar } from './toolbar.tsx'
import type { Done, SheetColumn, SheetLayout } from './types.ts'
import { useMarkedCells } from './use-marked-cells.ts'
import { usePhones } from './use-phones.ts'
import { usePicks } from './use-picks.ts'
import { useSheetClipboard } from './use-sheet-clipboard.ts'
import { useSheetCommands } from './use-sheet-commands.ts'
import { useSheetState } from './use-sheet-state.ts'

export interface SheetBodyProps {
  readonly opening: SheetOpening
  readonly columns: readonly SheetColumn[]
  readonly kept: SheetLayout | null
  readonly onBack: (() => void) | null
  readonly onOpen: ((key: string) => void) | null
}

/** Ten years are much to look through: without anything else such a sheet begins with its last part. */
const latest = (count: number, unit: 'day' | 'year'): SheetFilter => ({
  conditions: [{ column: 'issuedAt', is: 'past', count, unit, within: true }],
})
const beginnings: Partial<Record<SheetName, SheetFilter>> = {
  receipts: latest(1, 'year'),
  lines: latest(90, 'day'),
}

const beginning = (opening: SheetOpening): SheetFilter => {
  const asked = filterOf(opening)
  return Object.keys(asked).length > 0 ? asked : (beginnings[opening.sheet] ?? asked)
}

/** The sheet itself: its head, its rows, and what is done with them. */
export const SheetBody = ({ opening, columns, kept, onBack, onOpen }: SheetBodyProps) => {
  const { sheet } = opening
  const { t } = useWords()
  const client = useQueryClient()
  const openLabels = useOpenLabels()
  const look = useCellLook(sheet)
  const [begun] = useState(() => beginning(opening))
  const state = useSheetState({
    sheet,
    columns,
    kept,
    filter: begun,
    keepsSort: Object.keys(filterOf(opening)).length === 0,
  })
  const [marks] = useState(newMarks)
  const [rectangle, setRectangle] = useState<Rectangle | null>(null)
  const [extending, setExtending] = useState(false)
  const [popover, setPopover] = useState<OpenPopover | null>(null)
  const [refused, setRefused] = useState<Done | null>(null)
  const [version, setVersion] = useState(0)
  const [news, setNews] = useState(0)
  useEffect(
    () =>
      sheet === 'receipts' || sheet === 'lines'
        ? api.on('receipt.arrived', () => setNews((before) => before + 1))
        : undefined,
    [sheet],
  )
  const search = useRef<HTMLInputElement>(null)
  useKeys({ 'Ctrl+f': () => search.current?.focus() })
  const grid = useRef<SheetGridHandle>(null)
  const filterAt = useRef<HTMLButtonElement>(null)
  const viewsAt = useRef<HTMLButtonElement>(null)
  const columnsAt = useRef<HTMLButtonElement>(null)
  const { filter, source, total } = state
  const names = useMemo(() => shownNames(state.layout), [state.layout])

  const refresh = useCallback(() => {
    grid.current?.hands.refresh()
    setVersion((before) => before + 1)
  }, [])
  const commands = useSheetCommands({ state, look, refresh, onRefused: setRefused })
  const loaded = useCallback((index: number) => grid.current?.hands.row(index), [])
  const phones = usePhones(sheet, refresh)
  const marked = useMarkedCells(rectangle, names, source, loaded, version)

  const clipboard = useSheetClipboard({
    state,
    look,
    names,
    rectangle,
    marked,
    edit: commands.edit,
  })

  const picks = usePicks(state, loaded)
  const { picked } = picks
  useEffect(() => {
    marks.setPicked(picked)
    grid.current?.hands.redraw()
  }, [marks, picked])

  const sortBy = (column: string, add: boolean): void => {
    if (columns.find(({ name }) => name === column)?.sortable === true)
      state.setSort((before: SheetSort) => sortedBy(before, column, add))
  }
  const openColumn = (name: string, at: HTMLElement | null, conditionOnly = false): void =>
    setPopover({ kind: 'column', name, at: { current: at }, conditionOnly })
  const title = opening.title ?? t(`sheet.${sheet}.title`)
  const conditions = filter.conditions ?? []
  const fixed = filter.ids !== undefined || filter.segmentId !== undefined

  return (
    <SheetContext value={{ sort: state.sort, picked, sortBy, openColumn, pickAll: picks.pickAll }}>
      <div className="sheet-page">
        <SheetToolbar
          title={title}
          count={total === null ? '' : t(`sheet.${sheet}.count`, { n: formatNumber(total), count: total })}
          news={
            news === 0
              ? null
              : {
                  text: t('sheet.news', { n: news }),
                  show: () => {
                    setNews(0)
                    state.askAnew()
                  },
                }
          }
          searchHint={t(`sheet.${sheet}.hint`)}
          searchAt={search}
          text={filter.text ?? ''}
          onText={state.setText}
          onBack={onBack}
          filterAt={filterAt}
          onFilter={() => setPopover({ kind: 'filter', at: filterAt })}
          viewsAt={viewsAt}
          onViews={() => setPopover({ kind: 'views', at: viewsAt })}
          columnsAt={columnsAt}
          onColumns={() => setPopover({ kind: 'columns', at: columnsAt })}
          undo={commands.history.undo === null ? null : commands.undo}
          redo={commands.history.redo === null ? null : commands.redo}
          phones={
            columns.some(({ kind }) => kind === 'phone')
              ? {
                  whole: phones.whole,
                  toggle: () => (phones.whole ? void phones.conceal() : setPopover({ kind: 'reveal' })),
                }
              : null
          }
          onExport={() => setPopover({ kind: 'export' })}
          more={sheet === 'customers' ? <FindSame /> : null}
        />
        <FilterChips
          columns={columns}
          conditions={conditions}
          fixed={fixed ? title : null}
          look={look}
          onOpen={(name, at) => openColumn(name, at, true)}
          onRemove={(column) => state.setCondition(column, null)}
          onRemoveFixed={() =>
            state.setFilter(({ text, conditions: kept }) => ({
              ...(text === undefined ? {} : { text }),
              ...(kept === undefined ? {} : { conditions: kept }),
            }))
          }
        />
        {state.failure === null ? null : <FailureNotice failure={state.failure} />}
        <div className={total === 0 ? 'sheet-rows none' : 'sheet-rows'}>
          <SheetGrid
            ref={grid}
            label={title}
            columns={columns}
            layout={state.layout}
            source={source}
            marks={marks}
            look={look}
            extending={extending}
            keys={{
              open: (row) => {
                const key = grid.current?.hands.row(row)?.key
                if (key !== undefined) onOpen?.(key)
              },
              clear: () => {
                if (marked !== null && marked !== undefined) commands.clear(marked.rows, marked.columns)
              },
              menu: (name) => openColumn(name, headOf(name)),
              pickRows: () => picks.pickMarked(marked),
              pickAll: picks.pickAll,
              undo: commands.undo,
              redo: commands.redo,
            }}
            onWritten={commands.write}
            onRectangle={setRectangle}
            onPick={picks.pickRow}
            onColumns={(now) => {
              const widths = new Map(now.map(({ colId, width }) => [colId, width]))
              const order = now.flatMap(({ colId, hide }) =>
                hide === true || colId === pickColumn ? [] : [colId],
              )
              state.setLayout((before) =>
                reordered(before, order).map((column) => ({
                  ...column,
                  width: Math.round(widths.get(column.name) ?? column.width),
                })),
              )
            }}
            onCopy={clipboard.copy}
            onPaste={(text) => void clipboard.paste(text)}
          />
          {total === 0 ? (
            <div className="sheet-none">
              <p>
                {t(
                  conditions.length > 0 || filter.text !== undefined ? 'sheet.noRows' : `sheet.${sheet}.none`,
                )}
              </p>
            </div>
          ) : null}
        </div>
        <SheetFoot
          state={state}
          look={look}
          picked={picked}
          onUnpick={picks.unpick}
          cells={rectangle === null ? 0 : sizeOf(boundsOf(rectangle, names) ?? noBounds)}
          marked={marked}
          extending={extending}
          onExtending={setExtending}
          onOpenRow={
            onOpen === null || rectangle === null
              ? null
              : () => {
                  const key = grid.current?.hands.row(rectangle.from.row)?.key
                  if (key !== undefined) onOpen(key)
                }
          }
          onWrite={
            columns.some((column) => column.name === rectangle?.from.column && column.editable)
              ? () => grid.current?.write(false)
              : null
          }
          onAct={(kind) => {
            if (kind === 'labels')
              openLabels({
                of: 'people',
                selection: selectionOf(picked, filter),
                count: pickedCount(picked, total ?? 0),
              })
            else setPopover({ kind })
          }}
        />
      </div>
      <SheetPopovers
        open={popover}
        onOpen={setPopover}
        state={state}
        look={look}
        picked={picked}
        count={pickedCount(picked, total ?? 0)}
        run={commands.run}
        onReveal={(reason) => {
          setPopover(null)
          void phones.reveal(reason)
        }}
        onView={({ layout }) => {
          setPopover(null)
          state.setLayout(layoutColumns(columns, layout.columns))
          state.setSort(layout.sort)
          state.setFilter(layout.filter)
          void client.invalidateQueries({ queryKey: ['sheets.views', sheet] })
        }}
      />
      {refused === null ? null : (
        <RefusedDialog done={refused} columns={columns} look={look} onClose={() => setRefused(null)} />
      )}
    </SheetContext>
  )
}

/** Where a column's menu opens when a key asks for it. */
const headOf = (column: string): HTMLElement | null =>
  document.querySelector<HTMLElement>(`.ag-header-cell[col-id="${CSS.escape(column)}"] .sheet-head-more`)

const noBounds = { top: 0, bottom: -1, left: 0, right: 0 }
