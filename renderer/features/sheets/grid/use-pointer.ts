import { type PointerEvent, useRef } from 'react'
import type { GridHands } from './hands.ts'
import { placeAt } from './place-at.ts'
import type { Place } from './rectangle.ts'

interface PointerParts {
  readonly hands: GridHands
  readonly pickColumn: string
  /** A finger cannot hold Shift: the next tap extends. */
  readonly extends: () => boolean
  readonly onPick: (row: number, further: boolean) => void
}

/** Near the edge of the rows the grid scrolls on while somebody drags. */
const beyond = (hands: GridHands, place: Place): Place => ({
  ...place,
  row: Math.max(0, Math.min(hands.rowCount() - 1, place.row)),
})

/**
 * Mouse: press and drag marks cells, Shift goes on from where it began. A finger scrolls; its tap marks one cell, or
 * extends while that is switched on.
 */
export const usePointer = ({ hands, pickColumn, extends: extendsNow, onPick }: PointerParts) => {
  const dragging = useRef(false)
  const end = (): void => {
    dragging.current = false
  }
  return {
    onPointerDown: (event: PointerEvent): void => {
      const place = placeAt(event.target)
      if (place === null || event.button !== 0 || place.column === pickColumn) return
      if (event.pointerType !== 'mouse') return
      if (event.shiftKey || extendsNow()) hands.extend(place)
      else hands.begin(place)
      dragging.current = true
    },
    onPointerMove: (event: PointerEvent): void => {
      if (!dragging.current) return
      if (event.buttons === 0) return end()
      const place = placeAt(document.elementFromPoint(event.clientX, event.clientY))
      if (place !== null) hands.extend(beyond(hands, place))
    },
    onPointerUp: end,
    onClick: (event: {
      readonly target: EventTarget
      readonly shiftKey: boolean
      readonly nativeEvent: Event
    }): void => {
      const place = placeAt(event.target)
      if (place === null) return
      if (place.column === pickColumn) return onPick(place.row, event.shiftKey)
      const finger =
        event.nativeEvent instanceof globalThis.PointerEvent && event.nativeEvent.pointerType !== 'mouse'
      if (!finger) return
      if (extendsNow()) hands.extend(place)
      else hands.begin(place)
    },
  }
}
