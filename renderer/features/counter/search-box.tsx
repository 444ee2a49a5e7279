import { Grid3x3, Search as SearchIcon, X } from 'lucide-react'
import type { RefObject } from 'react'
import { useWords } from '../../app/words.ts'
import { Button } from '../../ui/button.tsx'
import type { Keypad } from './use-keypad.ts'
import type { Search } from './use-search.ts'

export const resultsId = 'search-results'
export const optionId = (customerId: number): string => `found-${customerId}`

/** Always ready: digits, names and initials go in here, arrows and Enter choose. */
export const SearchBox = ({
  search,
  input,
  keypad,
}: {
  readonly search: Search
  readonly input: RefObject<HTMLInputElement | null>
  readonly keypad: Keypad
}) => {
  const { t } = useWords()
  const current = search.matches[search.highlight]
  const open = search.asked !== ''
  return (
    <div className="search">
      <SearchIcon size={28} aria-hidden="true" className="search-icon" />
      <input
        ref={input}
        className="search-input"
        type="text"
        role="combobox"
        aria-label={t('search.label')}
        aria-expanded={open}
        aria-controls={resultsId}
        aria-autocomplete="list"
        {...(open && current !== undefined ? { 'aria-activedescendant': optionId(current.id) } : {})}
        placeholder={t('search.placeholder')}
        autoComplete="off"
        spellCheck={false}
        maxLength={40}
        value={search.query}
        onChange={(event) => search.setQuery(event.target.value)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing || (event.repeat && event.key === 'Enter')) return
          if (event.key === 'Enter') search.enter()
          else if (event.key === 'ArrowDown') search.move(1)
          else if (event.key === 'ArrowUp') search.move(-1)
          else return
          event.preventDefault()
        }}
      />
      {search.query === '' ? null : (
        <Button
          keepFocus
          size="large"
          look="quiet"
          label={t('search.clear')}
          onPress={() => search.setQuery('')}
        >
          <X size={28} aria-hidden="true" />
        </Button>
      )}
      <Button
        keepFocus
        size="large"
        look="quiet"
        label={t('keypad.show')}
        className={keypad.shown ? 'search-keypad on' : 'search-keypad'}
        onPress={keypad.toggle}
      >
        <Grid3x3 size={28} aria-hidden="true" />
      </Button>
    </div>
  )
}
