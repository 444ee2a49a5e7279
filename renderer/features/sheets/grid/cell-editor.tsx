import { type KeyboardEvent, type Ref, useImperativeHandle, useRef, useState } from 'react'
import { useWords } from '../../../app/words.ts'
import type { CellLook } from '../cell-look.ts'
import type { SheetColumn, SheetRow } from '../types.ts'

/** Where the field stands and what it is for. */
export interface Writing {
  readonly row: SheetRow
  readonly column: SheetColumn
  readonly text: string
  readonly box: {
    readonly left: number
    readonly top: number
    readonly width: number
    readonly height: number
  }
}

export interface CellEditorHandle {
  /** At once, within the key's own event, so that the key lands here: an input method begins its syllable in it. */
  readonly open: (writing: Writing) => void
}

export interface CellEditorProps {
  readonly ref: Ref<CellEditorHandle>
  readonly look: CellLook
  readonly onDone: (writing: Writing, text: string, go: 'down' | 'right' | null) => void
  readonly onLeave: () => void
}

/** Values to choose from while writing. */
const offered = (writing: Writing, look: CellLook, typed: string, yes: string, no: string): string[] => {
  const { column } = writing
  const all =
    column.kind === 'bool' ? [yes, no] : (column.options ?? []).map(({ value }) => look.option(column, value))
  const sought = (column.kind === 'tags' ? (typed.split(',').at(-1) ?? '') : typed).trim().toLowerCase()
  const whole = all.some((text) => text.toLowerCase() === sought)
  return whole || sought === '' ? all : all.filter((text) => text.toLowerCase().includes(sought))
}

/** With tags the word being written is replaced, otherwise everything. */
const taken = (column: SheetColumn, typed: string, chosen: string): string => {
  if (column.kind !== 'tags') return chosen
  const before = typed.split(',').slice(0, -1)
  return [...before.map((tag) => tag.trim()), chosen].join(', ')
}

/** The one field in which cells are written; it lies over the cell. It is always there, so that no key is lost. */
export const CellEditor = ({ ref, look, onDone, onLeave }: CellEditorProps) => {
  const { t } = useWords()
  const input = useRef<HTMLInputElement>(null)
  const [writing, setWriting] = useState<Writing | null>(null)
  const [text, setText] = useState('')
  const [at, setAt] = useState(-1)
  const open = useRef(false)

  useImperativeHandle(ref, () => ({
    open(next) {
      const field = input.current
      if (field === null) return
      open.current = true
      setWriting(next)
      setText(next.text)
      setAt(-1)
      field.value = next.text
      Object.assign(field.style, {
        left: `${next.box.left}px`,
        top: `${next.box.top}px`,
        width: `${next.box.width}px`,
        height: `${next.box.height}px`,
      })
      field.focus({ preventScroll: true })
      field.setSelectionRange(next.text.length, next.text.length)
    },
  }))

  const close = (): void => {
    open.current = false
    setWriting(null)
    setText('')
  }
  const done = (value: string, go: 'down' | 'right' | null): void => {
    if (writing === null || !open.current) return
    close()
    onDone(writing, value, go)
  }
  const options = writing === null ? [] : offered(writing, look, text, t('sheet.yes'), t('sheet.no'))
  const choose = (option: string, go: 'down' | null): void => {
    if (writing === null) return
    done(taken(writing.column, text, option), go)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    // The Enter that ends a syllable is the input method's.
    if (event.nativeEvent.isComposing || event.key === 'Process') return
    event.stopPropagation()
    const option = options[at]
    if (event.key === 'Escape') {
      close()
      onLeave()
    } else if (event.key === 'Enter') {
      event.preventDefault()
      if (option === undefined) done(text, 'down')
      else choose(option, 'down')
    } else if (event.key === 'Tab') {
      event.preventDefault()
      done(text, 'right')
    } else if (options.length > 0 && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      event.preventDefault()
      const step = event.key === 'ArrowDown' ? 1 : -1
      setAt((at + step + options.length) % options.length)
    }
  }

  return (
    <div className={writing === null ? 'sheet-writing' : 'sheet-writing open'}>
      <input
        ref={input}
        className="sheet-editor"
        tabIndex={-1}
        aria-hidden={writing === null}
        aria-label={writing === null ? '' : t('sheet.writeInto', { label: look.label(writing.column) })}
        role="combobox"
        aria-expanded={options.length > 0}
        aria-controls="sheet-options"
        autoComplete="off"
        spellCheck="false"
        value={text}
        onChange={(event) => {
          setText(event.target.value)
          setAt(-1)
        }}
        onKeyDown={onKeyDown}
        onBlur={() => done(text, null)}
      />
      {writing === null || options.length === 0 ? null : (
        <div
          id="sheet-options"
          className="sheet-options"
          role="listbox"
          aria-label={look.label(writing.column)}
          style={{
            left: writing.box.left,
            top: writing.box.top + writing.box.height,
            minWidth: writing.box.width,
          }}
        >
          {options.map((option, index) => (
            <div
              key={option}
              role="option"
              tabIndex={-1}
              aria-selected={index === at}
              className={index === at ? 'sheet-option current' : 'sheet-option'}
              // Before the field loses the focus.
              onPointerDown={(event) => {
                event.preventDefault()
                choose(option, null)
              }}
            >
              {option}
            </div>
          ))}
        </div>
      )}
    </div>
  )
}
