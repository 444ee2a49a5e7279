import { Pencil } from 'lucide-react'
import { createContext, type ReactNode, useContext, useId, useState } from 'react'
import { useWords } from '../../app/words.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/text-field.tsx'

/** Ends the editing of the row that an editor stands in. */
const CloseContext = createContext<() => void>(() => undefined)
export const useCloseEdit = (): (() => void) => useContext(CloseContext)

export interface FactRowProps {
  readonly label: string
  /** Null shows that nothing is known. */
  readonly value: ReactNode
  readonly tone?: 'plain' | 'red' | 'gold'
  /** What stands in its place while it is edited; null where it cannot be. */
  readonly editor: ReactNode
}

/** One thing that is known of somebody: pressed, it can be written in its place. */
export const FactRow = ({ label, value, tone = 'plain', editor }: FactRowProps) => {
  const { t } = useWords()
  const [editing, setEditing] = useState(false)
  const id = useId()
  if (editing && editor !== null)
    return (
      <div
        className="fact editing"
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return
          event.stopPropagation()
          setEditing(false)
        }}
      >
        <CloseContext value={() => setEditing(false)}>{editor}</CloseContext>
      </div>
    )
  const shown = (
    <span className={value === null ? 'fact-value none' : `fact-value ${tone}`}>
      {value ?? t('person.empty')}
    </span>
  )
  return (
    <div className="fact">
      <span className="fact-label" id={id}>
        {label}
      </span>
      {editor === null ? (
        shown
      ) : (
        <button type="button" className="fact-button" onClick={() => setEditing(true)}>
          <span className="hidden-text">{t('person.edit', { what: label })}</span>
          {shown}
          <Pencil size={16} aria-hidden="true" />
        </button>
      )}
    </div>
  )
}

/** One line of text with its two answers. */
export const TextEditor = ({
  label,
  value,
  placeholder,
  maxLength = 200,
  type = 'text',
  onSave,
}: {
  readonly label: string
  readonly value: string
  readonly placeholder?: string
  readonly maxLength?: number
  readonly type?: 'text' | 'tel'
  /** `close` ends the editing; called once it is saved. */
  readonly onSave: (value: string, close: () => void) => void
}) => {
  const onClose = useCloseEdit()
  const { t } = useWords()
  const [text, setText] = useState(value)
  const save = (): void => {
    if (text === value) onClose()
    else onSave(text, onClose)
  }
  return (
    <div className="edit">
      <TextField
        label={label}
        value={text}
        onChange={setText}
        onEnter={save}
        maxLength={maxLength}
        type={type}
        autoFocus
        {...(placeholder === undefined ? {} : { placeholder })}
      />
      <EditEnd onSave={save} onClose={onClose} saveWord={t('common.save')} closeWord={t('common.cancel')} />
    </div>
  )
}

/** Save and cancel below what is edited. */
export const EditEnd = ({
  onSave,
  onClose,
  saveWord,
  closeWord,
  isDisabled = false,
}: {
  readonly onSave: () => void
  readonly onClose: () => void
  readonly saveWord: string
  readonly closeWord: string
  readonly isDisabled?: boolean
}) => (
  <div className="edit-end">
    <Button look="primary" isDisabled={isDisabled} onPress={onSave}>
      {saveWord}
    </Button>
    <Button look="quiet" onPress={onClose}>
      {closeWord}
    </Button>
  </div>
)
