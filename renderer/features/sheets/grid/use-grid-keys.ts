import type { KeyboardEvent } from 'react'
import type { GridHands } from './hands.ts'
import type { Direction } from './rectangle.ts'

export interface GridKeyActions {
  readonly open: (row: number) => void
  /** Begins to write into the cell; `anew` throws away what stands there, for the key that is being typed. */
  readonly write: (anew: boolean) => void
  readonly clear: () => void
  /** What can be done with the column. */
  readonly menu: (column: string) => void
  readonly pickRows: () => void
  readonly pickAll: () => void
  readonly undo: () => void
  readonly redo: () => void
}

const directions: Readonly<Record<string, Direction>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
}

/** A key that would write something, that of an input method included. */
const writes = (event: KeyboardEvent): boolean =>
  event.key === 'Process' || event.nativeEvent.isComposing || Array.from(event.key).length === 1

/**
 * The keys of a spreadsheet, where a cell has the focus. Plain arrows and the like are the grid's own.
 * @returns whether it was one of ours: then nobody else sees it.
 */
export const onGridKey = (event: KeyboardEvent, hands: GridHands, actions: GridKeyActions): boolean => {
  const place = hands.place()
  if (place === null) return false
  const direction = directions[event.key]
  const ctrl = event.ctrlKey || event.metaKey
  if (direction !== undefined) {
    // As in Excel.
    if (event.altKey && direction === 'down') {
      actions.menu(place.column)
      return true
    }
    if (!event.shiftKey) return false
    hands.step(direction, ctrl)
    return true
  }
  if (ctrl) {
    const shortcut = shortcuts(event, actions)
    shortcut?.()
    return shortcut !== undefined
  }
  if (event.altKey) return false
  switch (event.key) {
    case 'Enter':
      actions.open(place.row)
      return true
    case 'F2':
      actions.write(false)
      return true
    case 'Delete':
    case 'Backspace':
      actions.clear()
      return true
    case ' ':
      actions.pickRows()
      return true
    case 'Escape':
      // Hands that know Excel press it without thinking: it must not leave the page.
      hands.collapse()
      return true
    default:
      // The key itself goes on: it lands in the field that has the focus by now.
      if (writes(event)) actions.write(true)
      return false
  }
}

const shortcuts = (event: KeyboardEvent, actions: GridKeyActions): (() => void) | undefined => {
  switch (event.key.toLowerCase()) {
    case 'z':
      return event.shiftKey ? actions.redo : actions.undo
    case 'y':
      return actions.redo
    case 'a':
      return actions.pickAll
    default:
      return undefined
  }
}
