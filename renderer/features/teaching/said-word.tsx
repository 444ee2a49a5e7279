import { useState } from 'react'
import { useWords } from '../../app/words.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/text-field.tsx'

/** A word that stands on other papers of this till: typed instead of pointed at. */
export const SaidWord = ({
  first,
  onSay,
}: {
  readonly first: string
  readonly onSay: (text: string) => void
}) => {
  const { t } = useWords()
  const [text, setText] = useState(first)
  const word = text.trim()
  const say = (): void => {
    if (word.length > 1) onSay(word)
  }
  return (
    <div className="teach-said">
      <TextField label={t('teach.said')} value={text} onChange={setText} onEnter={say} maxLength={30} />
      <Button isDisabled={word.length < 2} onPress={say}>
        {t('teach.say')}
      </Button>
    </div>
  )
}
