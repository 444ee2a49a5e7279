import { useQuery } from '@tanstack/react-query'
import { ArrowLeft, Eye, EyeOff } from 'lucide-react'
import { Suspense } from 'react'
import { mayActAs } from '#shared/roles.ts'
import { queries } from '../api/queries.ts'
import type { AppStatus } from '../api/types.ts'
import { ClosedDoor } from '../features/people/closed-door.tsx'
import { PageLoading } from '../ui/full-page.tsx'
import { KeyCap } from '../ui/key-cap.tsx'
import { useAnonymous } from './anonymous.ts'
import { useNavigation } from './navigation.tsx'
import './office.css'
import { officePageNames, roleForPage } from './page-names.ts'
import { officePages } from './pages.ts'
import { useKeys } from './use-keys.ts'
import { useWords } from './words.ts'

/** Escape out of a half-filled field must not throw it away. */
const isWriting = (): boolean =>
  document.activeElement?.matches('input:not([type=radio], [type=checkbox]), textarea') ?? false

/** Behind the counter: a narrow rail and one page. */
const Office = ({ status }: { readonly status: AppStatus }) => {
  const { t } = useWords()
  const { page, go } = useNavigation()
  const anonymous = useAnonymous()
  const shown = page === 'counter' || page === 'guide' ? 'review' : page
  const Page = officePages[shown].Page
  const door = useQuery(queries.door).data
  const role = roleForPage(shown)
  // Nothing of a page is fetched before it is known who stands here.
  const closed = door !== undefined && !mayActAs(door.role, role)
  const review = useQuery(queries.today).data?.review ?? 0
  useKeys({
    F9: () => go('counter'),
    Escape: () => {
      if (!isWriting()) go('counter')
    },
  })
  return (
    <div className="office">
      <nav className="rail" aria-label={t('nav.label')}>
        <button type="button" className="rail-item rail-back" onClick={() => go('counter')}>
          <ArrowLeft size={24} aria-hidden="true" />
          {t('nav.counter')}
          <KeyCap>F9</KeyCap>
        </button>
        {officePageNames.map((target) => {
          const Icon = officePages[target].icon
          return (
            <button
              key={target}
              type="button"
              className={target === page ? 'rail-item current' : 'rail-item'}
              aria-current={target === page ? 'page' : undefined}
              onClick={() => go(target)}
            >
              <Icon size={24} aria-hidden="true" />
              {t(`nav.${target}`)}
              {target === 'review' && review > 0 ? <span className="rail-count">{review}</span> : null}
            </button>
          )
        })}
        <button
          type="button"
          className={anonymous.on ? 'rail-item rail-veil on' : 'rail-item rail-veil'}
          aria-pressed={anonymous.on}
          onClick={anonymous.toggle}
        >
          {anonymous.on ? <Eye size={24} aria-hidden="true" /> : <EyeOff size={24} aria-hidden="true" />}
          {t(anonymous.on ? 'anonymous.show' : 'anonymous.hide')}
        </button>
      </nav>
      <main className="office-page" key={anonymous.on ? 'anonymous' : 'named'}>
        <Suspense fallback={<PageLoading text={t('common.loading')} />}>
          {door === undefined ? null : closed ? (
            <ClosedDoor door={door} role={role} />
          ) : (
            <Page status={status} />
          )}
        </Suspense>
      </main>
    </div>
  )
}

export default Office
