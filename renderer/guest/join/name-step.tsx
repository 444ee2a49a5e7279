import { useEffect } from 'react'
import { textOfKeys } from '#shared/hangul-keys.ts'
import { BigButton } from '../big-button.tsx'
import { useGuestWords } from '../words.tsx'
import type { JoinDraft } from './draft.ts'
import { HangulBoard } from './hangul-board.tsx'

const mostLetters = 20

export const nameOf = (draft: JoinDraft): string => textOfKeys(draft.keys).normalize('NFC').trim()

/** A name without any keyboard but this one; or staff write it. */
export const NameStep = ({
  draft,
  change,
  onNext,
}: {
  readonly draft: JoinDraft
  readonly change: (part: Partial<JoinDraft>) => void
  readonly onNext: () => void
}) => {
  const { t } = useGuestWords()
  const text = textOfKeys(draft.keys)
  const press = (key: string): void => {
    const keys = [...draft.keys, key]
    if (Array.from(textOfKeys(keys)).length <= mostLetters) change({ keys, byStaff: false })
  }
  const erase = (): void => change({ keys: draft.keys.slice(0, -1) })
  const ready = nameOf(draft) !== ''

  // A real keyboard at this screen writes letters; Hangul comes from the one on the screen.
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return
      if (event.target instanceof HTMLButtonElement && (event.key === 'Enter' || event.key === ' ')) return
      if (event.key === 'Backspace') erase()
      else if (event.key === 'Enter') {
        if (ready && !event.repeat) onNext()
      } else if (/^[\p{L} ]$/u.test(event.key)) press(event.key)
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  })

  return (
    <>
      <div className="guest-join-body">
        <h2>{t('join.name')}</h2>
        <output className="guest-name" aria-label={t('join.nameField')} aria-live="polite">
          {text === '' ? <span className="guest-soft">{t('join.nameHint')}</span> : text}
        </output>
        <HangulBoard onKey={press} onErase={erase} />
      </div>
      <footer>
        <BigButton
          onPress={() => {
            change({ keys: [], byStaff: true })
            onNext()
          }}
        >
          {t('join.nameByStaff')}
        </BigButton>
        <BigButton look="primary" disabled={!ready} onPress={onNext}>
          {t('join.next')}
        </BigButton>
      </footer>
    </>
  )
}
