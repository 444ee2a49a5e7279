import { UserPlus } from 'lucide-react'
import { formatPhone } from '#shared/phone.ts'
import { failureOf } from '../../api/failure.ts'
import { useNow } from '../../app/use-now.ts'
import { useWords } from '../../app/words.ts'
import { Button } from '../../ui/button.tsx'
import { intoView } from '../../ui/into-view.ts'
import { FailureNotice } from '../../ui/notice.tsx'
import { optionId, resultsId } from './search-box.tsx'
import type { CustomerMatch } from './types.ts'
import type { Search } from './use-search.ts'

const Match = ({
  match,
  current,
  onPress,
}: {
  readonly match: CustomerMatch
  readonly current: boolean
  readonly onPress: () => void
}) => {
  const { t, points, since } = useWords()
  const now = useNow()
  return (
    // The keyboard chooses from the search box, where the cursor stays (aria-activedescendant).
    <div
      id={optionId(match.id)}
      ref={current ? intoView : null}
      role="option"
      aria-selected={current}
      tabIndex={-1}
      className={current ? 'match current' : 'match'}
      onPointerDown={(event) => event.preventDefault()}
      onClick={onPress}
    >
      <span className="match-name">{t('card.honorific', { name: match.name })}</span>
      <span className="match-phone">{match.maskedPhone ?? ''}</span>
      <span className="match-last">
        {match.lastVisit === null
          ? t('search.neverVisited')
          : t('search.lastVisit', { when: since(match.lastVisit, now) })}
      </span>
      <span className="match-points">{points(match.points)}</span>
    </div>
  )
}

const Nobody = ({ search }: { readonly search: Search }) => {
  const { t } = useWords()
  const { start } = search
  return (
    <div className="nobody">
      <p className="nobody-title">{t('search.none', { query: search.asked })}</p>
      {start.complete ? null : <p className="counter-soft">{t('search.noneHint')}</p>}
      <Button
        keepFocus
        look={start.complete ? 'primary' : 'plain'}
        size="large"
        keyCap={start.complete ? 'Enter' : 'F6'}
        onPress={search.join}
      >
        <UserPlus size={26} aria-hidden="true" />
        {start.complete ? t('search.joinWith', { phone: formatPhone(start.phone) }) : t('search.join')}
      </Button>
    </div>
  )
}

/** Who fits what was typed so far, best first. */
export const SearchResults = ({ search }: { readonly search: Search }) => {
  const { t } = useWords()
  if (search.error !== null) return <FailureNotice failure={failureOf(search.error)} />
  const nobody = search.answered && search.matches.length === 0
  return (
    <div className="results">
      <div id={resultsId} role="listbox" aria-label={t('search.results')} className="results-list">
        {search.matches.map((match, index) => (
          <Match
            key={match.id}
            match={match}
            current={index === search.highlight}
            onPress={() => search.choose(match.id)}
          />
        ))}
      </div>
      <p className="hidden-text" role="status">
        {search.answered && !nobody ? t('search.found', { n: search.matches.length }) : ''}
      </p>
      {nobody ? <Nobody search={search} /> : null}
    </div>
  )
}
