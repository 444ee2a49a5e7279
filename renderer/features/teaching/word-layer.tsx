import { type KeyboardEvent, useMemo, useRef, useState } from 'react'
import type { WordKey } from '#shared/i18n/index.ts'
import { useWords } from '../../app/words.ts'
import { type PaperData, PaperView } from '../../ui/paper-view.tsx'
import type { Mark } from './lesson.ts'
import { neighbour, type PaperWord, wordsOn } from './paper-words.ts'

/** Half-width cells are half an em wide. */
const cell = 0.5
/** Narrow words get room for a finger, in em. */
const leastWidth = 2

const isMarked = (mark: Mark, word: PaperWord): boolean =>
  mark.line === word.line && mark.start < word.end && word.start < mark.end

const keyOf = (word: PaperWord): string => `${word.line}-${word.start}`

/** The paper as it was printed, with every word to be pointed at: by mouse, finger or arrow keys. */
export const WordLayer = ({
  paper,
  marks,
  onPoint,
}: {
  readonly paper: PaperData
  readonly marks: readonly Mark[]
  readonly onPoint: (word: PaperWord) => void
}) => {
  const { t } = useWords()
  const rows = useMemo(() => paper.lines.map(wordsOn), [paper])
  const first = rows.flat()[0]
  const [current, setCurrent] = useState<string | null>(null)
  const reachable = current ?? (first === undefined ? null : keyOf(first))
  const buttons = useRef(new Map<string, HTMLButtonElement>())

  const onKey = (event: KeyboardEvent, word: PaperWord): void => {
    if (!event.key.startsWith('Arrow')) return
    event.preventDefault()
    const next = neighbour(rows, word, event.key)
    if (next === null) return
    setCurrent(keyOf(next))
    buttons.current.get(keyOf(next))?.focus()
  }

  const drawn = (word: PaperWord, shift: number) => {
    const roles = marks.filter((mark) => isMarked(mark, word)).map(({ what }) => t(roleWord(what)))
    const width = Math.max(leastWidth, word.width * cell)
    const left = (shift + word.left) * cell - (width - word.width * cell) / 2
    return (
      <button
        key={keyOf(word)}
        ref={(button) => {
          if (button === null) buttons.current.delete(keyOf(word))
          else buttons.current.set(keyOf(word), button)
        }}
        type="button"
        className={roles.length === 0 ? 'paper-word' : 'paper-word marked'}
        style={{ left: `${left}em`, width: `${width}em` }}
        tabIndex={keyOf(word) === reachable ? 0 : -1}
        aria-label={[word.text, ...roles].join(' · ')}
        aria-pressed={roles.length > 0}
        onFocus={() => setCurrent(keyOf(word))}
        onKeyDown={(event) => onKey(event, word)}
        onClick={() => onPoint(word)}
      >
        {roles.length === 0 ? null : <small>{roles.join('·')}</small>}
      </button>
    )
  }

  return (
    <div className="teach-paper">
      <PaperView paper={paper} overlay={(line, shift) => rows[line]?.map((word) => drawn(word, shift))} />
    </div>
  )
}

/** What a mark is called. */
export const roleWord = (role: Mark['what']): WordKey => `teach.role.${role}`
