import type { ColumnState } from 'ag-grid-community'
import { AgGridReact } from 'ag-grid-react'
import {
  type ClipboardEvent,
  type KeyboardEvent,
  type Ref,
  useEffect,
  useImperativeHandle,
  useMemo,
  useRef,
  useState,
} from 'react'
import { useWords } from '../../../app/words.ts'
import type { CellLook } from '../cell-look.ts'
import type { LayoutColumn, SheetColumn, SheetRow } from '../types.ts'
import { CellEditor, type CellEditorHandle } from './cell-editor.tsx'
import { columnDefs, pickColumn } from './column-defs.ts'
import './grid.css'
import type { SheetSource } from './datasource.ts'
import { createHands, type GridHands } from './hands.ts'
import type { Marks } from './marks.ts'
import { sheetTheme, styleNonce } from './modules.ts'
import { cellAt, placeAt } from './place-at.ts'
import type { Rectangle } from './rectangle.ts'
import { type GridKeyActions, onGridKey } from './use-grid-keys.ts'
import { usePointer } from './use-pointer.ts'

export interface SheetGridHandle {
  readonly hands: GridHands
  readonly write: (anew: boolean) => void
}

export interface SheetGridProps {
  readonly ref: Ref<SheetGridHandle>
  readonly label: string
  readonly columns: readonly SheetColumn[]
  readonly layout: readonly LayoutColumn[]
  readonly source: SheetSource
  readonly marks: Marks
  readonly look: CellLook
  readonly extending: boolean
  readonly keys: Omit<GridKeyActions, 'write'>
  readonly onWritten: (row: SheetRow, column: SheetColumn, text: string) => void
  readonly onRectangle: (rectangle: Rectangle | null) => void
  readonly onPick: (row: number, further: boolean) => void
  /** Columns were dragged or stretched by hand. */
  readonly onColumns: (state: readonly ColumnState[]) => void
  readonly onCopy: () => string | null
  readonly onPaste: (text: string) => void
}

/** AG Grid over the backend's rows, with the keys, the marking, the writing and the clipboard of a spreadsheet. */
export const SheetGrid = ({
  ref,
  label,
  columns,
  layout,
  source,
  marks,
  look,
  extending,
  keys,
  onWritten,
  onRectangle,
  onPick,
  onColumns,
  onCopy,
  onPaste,
}: SheetGridProps) => {
  const { t } = useWords()
  const root = useRef<HTMLDivElement>(null)
  const editor = useRef<CellEditorHandle>(null)
  const [hands] = useState(() => createHands(marks, pickColumn))
  useEffect(() => hands.listen(onRectangle), [hands, onRectangle])
  useEffect(() => hands.began(source.id), [hands, source])
  const defs = useMemo(() => columnDefs(columns, layout, look, marks), [columns, layout, look, marks])
  const keepsAnchor = useRef(false)

  const write = (anew: boolean): void => {
    const place = hands.place()
    const column = columns.find(({ name }) => name === place?.column)
    const row = place === null ? undefined : hands.row(place.row)
    const cell = place === null ? null : cellAt(root.current, place)
    const frame = root.current?.getBoundingClientRect()
    if (column === undefined || row === undefined || cell === null || frame === undefined) return
    if (!column.editable) return
    const box = cell.getBoundingClientRect()
    // What is masked is written anew.
    const text = anew || column.kind === 'phone' ? '' : look.copied(column, row.cells[column.name] ?? null)
    editor.current?.open({
      row,
      column,
      text,
      box: {
        left: box.left - frame.left,
        top: box.top - frame.top,
        width: Math.max(box.width, 160),
        height: box.height,
      },
    })
  }
  const back = (): void => {
    const place = hands.place()
    if (place !== null) hands.focus(place)
  }

  useImperativeHandle(ref, () => ({ hands, write }))

  const pointer = usePointer({
    hands,
    pickColumn,
    extends: () => extending,
    onPick,
  })
  const onKeyDownCapture = (event: KeyboardEvent): void => {
    if (!inCells(event.target)) return
    if (event.key !== 'Process' && event.nativeEvent.isComposing) return
    if (!onGridKey(event, hands, { ...keys, write })) return
    event.preventDefault()
    event.stopPropagation()
  }
  const clipboard = (event: ClipboardEvent, cut: boolean): void => {
    if (!inCells(event.target)) return
    const text = onCopy()
    if (text === null) return
    event.clipboardData.setData('text/plain', text)
    event.preventDefault()
    if (cut) keys.clear()
  }

  return (
    <div
      ref={root}
      className="sheet-grid"
      role="presentation"
      onKeyDownCapture={onKeyDownCapture}
      onPointerDownCapture={(event) => {
        keepsAnchor.current = event.shiftKey || extending
        pointer.onPointerDown(event)
      }}
      onPointerMove={pointer.onPointerMove}
      onPointerUp={pointer.onPointerUp}
      onClick={pointer.onClick}
      onDoubleClick={(event) => {
        const place = placeAt(event.target)
        if (place !== null && place.column !== pickColumn) keys.open(place.row)
      }}
      onCopy={(event) => clipboard(event, false)}
      onCut={(event) => clipboard(event, true)}
      onPaste={(event) => {
        if (!inCells(event.target)) return
        event.preventDefault()
        onPaste(event.clipboardData.getData('text/plain'))
      }}
    >
      <AgGridReact<SheetRow>
        theme={sheetTheme}
        styleNonce={styleNonce()}
        rowModelType="infinite"
        datasource={source}
        cacheBlockSize={100}
        maxBlocksInCache={30}
        rowBuffer={12}
        columnDefs={defs}
        defaultColDef={{ sortable: false, resizable: true, suppressHeaderMenuButton: true }}
        suppressDragLeaveHidesColumns
        suppressScrollOnNewData
        animateRows={false}
        ensureDomOrder
        localeText={{
          loadingOoo: t('common.loading'),
          noRowsToShow: t('sheet.noRows'),
          ariaSearch: t('sheet.search'),
        }}
        overlayNoRowsTemplate=""
        onGridReady={({ api }) => {
          hands.attach(api)
          api.setGridAriaProperty('label', label)
        }}
        onGridPreDestroyed={() => {
          hands.attach(null)
        }}
        onCellFocused={({ rowIndex, column }) => {
          const name = typeof column === 'string' ? column : column?.getColId()
          if (keepsAnchor.current || rowIndex === null || name === undefined || name === pickColumn) {
            keepsAnchor.current = false
            return
          }
          const from = hands.place()
          if (from?.row !== rowIndex || from.column !== name) hands.begin({ row: rowIndex, column: name })
        }}
        onColumnMoved={({ finished, source: by, api }) => {
          if (finished && by === 'uiColumnMoved') onColumns(api.getColumnState())
        }}
        onColumnResized={({ finished, source: by, api }) => {
          if (finished && by === 'uiColumnResized') onColumns(api.getColumnState())
        }}
      />
      <CellEditor
        ref={editor}
        look={look}
        onDone={({ row, column }, text, go) => {
          onWritten(row, column, text)
          if (go === null) return
          back()
          hands.go(go)
        }}
        onLeave={back}
      />
    </div>
  )
}

const inCells = (target: EventTarget): boolean => placeAt(target) !== null
