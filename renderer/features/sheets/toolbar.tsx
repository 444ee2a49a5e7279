import {
  ArrowLeft,
  Columns3,
  Download,
  Eye,
  EyeOff,
  Filter,
  LayoutList,
  Redo2,
  Search,
  Undo2,
  X,
} from 'lucide-react'
import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react'
import { useWords } from '../../app/words.ts'
import { Button } from '../../ui/button.tsx'

/** A button that shows its sign, and its word where there is room. */
export const Tool = ({
  label,
  children,
  onPress,
  at,
  disabled = false,
  pressed,
}: {
  readonly label: string
  readonly children: ReactNode
  readonly onPress: () => void
  readonly at?: RefObject<HTMLButtonElement | null>
  readonly disabled?: boolean
  readonly pressed?: boolean
}) => (
  <button
    ref={at}
    type="button"
    className="sheet-tool"
    title={label}
    aria-label={label}
    aria-pressed={pressed}
    disabled={disabled}
    onClick={onPress}
  >
    {children}
    <span className="sheet-tool-word">{label}</span>
  </button>
)

const searchAfterMs = 200

/** Finds while it is being typed. */
const SearchField = ({
  at,
  placeholder,
  text,
  onChange,
}: {
  readonly at: RefObject<HTMLInputElement | null>
  readonly placeholder: string
  readonly text: string
  readonly onChange: (text: string) => void
}) => {
  const { t } = useWords()
  const [typed, setTyped] = useState(text)
  const [known, setKnown] = useState(text)
  // A view that was opened looks for something else.
  if (known !== text) {
    setKnown(text)
    if (typed.trim() !== text) setTyped(text)
  }
  const latest = useRef(onChange)
  useEffect(() => {
    latest.current = onChange
  })
  useEffect(() => {
    if (typed.trim() === text) return undefined
    const timer = setTimeout(() => latest.current(typed), searchAfterMs)
    return () => clearTimeout(timer)
  }, [typed, text])
  return (
    <div className="sheet-search">
      <Search size={20} aria-hidden="true" />
      <input
        ref={at}
        type="text"
        aria-label={t('sheet.search')}
        placeholder={placeholder}
        autoComplete="off"
        spellCheck="false"
        maxLength={60}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      {typed === '' ? null : (
        <button type="button" aria-label={t('sheet.searchClear')} onClick={() => onChange('')}>
          <X size={18} aria-hidden="true" />
        </button>
      )}
    </div>
  )
}

export interface ToolbarProps {
  readonly title: string
  readonly count: string
  /** What has come since the rows were asked for; a press shows it. */
  readonly news: { readonly text: string; readonly show: () => void } | null
  readonly searchHint: string
  readonly searchAt: RefObject<HTMLInputElement | null>
  readonly text: string
  readonly onText: (text: string) => void
  readonly onBack: (() => void) | null
  readonly onFilter: () => void
  readonly filterAt: RefObject<HTMLButtonElement | null>
  readonly onViews: () => void
  readonly viewsAt: RefObject<HTMLButtonElement | null>
  readonly onColumns: () => void
  readonly columnsAt: RefObject<HTMLButtonElement | null>
  readonly undo: (() => void) | null
  readonly redo: (() => void) | null
  /** Null where there are no phones. */
  readonly phones: { readonly whole: boolean; readonly toggle: () => void } | null
  readonly onExport: () => void
  /** What only one sheet has. */
  readonly more?: ReactNode
}

/** One line above the rows: what it is, finding, and what is done to the whole sheet. */
export const SheetToolbar = (props: ToolbarProps) => {
  const { t } = useWords()
  return (
    <header className="sheet-bar">
      {props.onBack === null ? null : (
        <Button look="quiet" label={t('sheet.back')} onPress={props.onBack}>
          <ArrowLeft size={22} aria-hidden="true" />
        </Button>
      )}
      <div className="sheet-title">
        <h1>{props.title}</h1>
        <span role="status">{props.count}</span>
      </div>
      {props.news === null ? null : (
        <button type="button" className="sheet-news" onClick={props.news.show}>
          {props.news.text}
        </button>
      )}
      <SearchField
        at={props.searchAt}
        placeholder={props.searchHint}
        text={props.text}
        onChange={props.onText}
      />
      <div className="sheet-tools">
        <Tool label={t('sheet.condition')} at={props.filterAt} onPress={props.onFilter}>
          <Filter size={20} aria-hidden="true" />
        </Tool>
        <Tool label={t('sheet.views')} at={props.viewsAt} onPress={props.onViews}>
          <LayoutList size={20} aria-hidden="true" />
        </Tool>
        <Tool label={t('sheet.columns')} at={props.columnsAt} onPress={props.onColumns}>
          <Columns3 size={20} aria-hidden="true" />
        </Tool>
        {props.phones === null ? null : (
          <Tool
            label={t(props.phones.whole ? 'sheet.phonesHide' : 'sheet.phonesShow')}
            pressed={props.phones.whole}
            onPress={props.phones.toggle}
          >
            {props.phones.whole ? (
              <EyeOff size={20} aria-hidden="true" />
            ) : (
              <Eye size={20} aria-hidden="true" />
            )}
          </Tool>
        )}
        <Tool label={t('sheet.export')} onPress={props.onExport}>
          <Download size={20} aria-hidden="true" />
        </Tool>
        <Tool label={t('sheet.undo')} disabled={props.undo === null} onPress={() => props.undo?.()}>
          <Undo2 size={20} aria-hidden="true" />
        </Tool>
        <Tool label={t('sheet.redo')} disabled={props.redo === null} onPress={() => props.redo?.()}>
          <Redo2 size={20} aria-hidden="true" />
        </Tool>
        {props.more}
      </div>
    </header>
  )
}
