import { Delete } from 'lucide-react'
import { useWords } from '../../app/words.ts'
import { Button } from '../../ui/button.tsx'
import type { Search } from './use-search.ts'

const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '010', '0'] as const

/** Big keys for a touch screen without a keyboard; people say their last four digits. */
export const Keypad = ({ search }: { readonly search: Search }) => {
  const { t } = useWords()
  return (
    <div className="keypad" role="group" aria-label={t('keypad.label')}>
      {digits.map((digit) => (
        <Button key={digit} keepFocus size="large" onPress={() => search.setQuery(search.query + digit)}>
          {digit}
        </Button>
      ))}
      <Button
        keepFocus
        size="large"
        label={t('keypad.erase')}
        onPress={() => search.setQuery(search.query.slice(0, -1))}
      >
        <Delete size={28} aria-hidden="true" />
      </Button>
    </div>
  )
}
