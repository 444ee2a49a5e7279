import { ArrowBigUp, Delete } from 'lucide-react'
import { useState } from 'react'
import { hangulRows, latinRows, withShift } from '#shared/hangul-keys.ts'
import { keepFocus } from '../big-button.tsx'
import { useGuestWords } from '../words.tsx'

/** The keyboard of every Korean phone; shift holds for one key. */
export const HangulBoard = ({
  onKey,
  onErase,
}: {
  readonly onKey: (key: string) => void
  readonly onErase: () => void
}) => {
  const { t, language } = useGuestWords()
  const [latin, setLatin] = useState(language === 'en')
  const [shift, setShift] = useState(false)
  const rows = latin ? latinRows : hangulRows
  const shown = (key: string): string => {
    if (latin) return shift ? key : key.toLowerCase()
    return shift ? withShift(key) : key
  }
  const [first, second, third] = rows.map((row) =>
    row.map((key) => (
      <button
        key={key}
        type="button"
        className="guest-key"
        onMouseDown={keepFocus}
        onClick={() => {
          onKey(shown(key))
          setShift(false)
        }}
      >
        {shown(key)}
      </button>
    )),
  )
  return (
    <div className="guest-keys" role="group" aria-label={t('keys.label')}>
      <div>{first}</div>
      <div>{second}</div>
      <div>
        <button
          type="button"
          className={shift ? 'guest-key wide on' : 'guest-key wide'}
          aria-label={t('keys.shift')}
          aria-pressed={shift}
          onMouseDown={keepFocus}
          onClick={() => setShift(!shift)}
        >
          <ArrowBigUp size={32} aria-hidden="true" />
        </button>
        {third}
        <button
          type="button"
          className="guest-key wide"
          aria-label={t('keys.erase')}
          onMouseDown={keepFocus}
          onClick={onErase}
        >
          <Delete size={32} aria-hidden="true" />
        </button>
      </div>
      <div>
        <button
          type="button"
          className="guest-key wider"
          onMouseDown={keepFocus}
          onClick={() => {
            setLatin(!latin)
            setShift(false)
          }}
        >
          {t(latin ? 'keys.toHangul' : 'keys.toLatin')}
        </button>
        <button type="button" className="guest-key space" onMouseDown={keepFocus} onClick={() => onKey(' ')}>
          {t('keys.space')}
        </button>
      </div>
    </div>
  )
}
