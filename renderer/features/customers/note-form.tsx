import { useState } from 'react'
import { api } from '../../api/api.ts'
import { useWords } from '../../app/words.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { usePersonAction } from './use-person.ts'

/** Something to remember, written straight into the story. */
export const NoteForm = ({ customerId }: { readonly customerId: number }) => {
  const { t } = useWords()
  const action = usePersonAction(customerId)
  const [text, setText] = useState('')
  const save = (): void => {
    if (text.trim() === '') return
    action.mutate(
      { run: () => api.call('customers.notes', { customerId, add: text, remove: null }) },
      { onSuccess: () => setText('') },
    )
  }
  return (
    <div className="note-form">
      <TextField
        label={t('note.add')}
        value={text}
        onChange={setText}
        onEnter={save}
        maxLength={1000}
        placeholder={t('note.placeholder')}
      />
      <Button isDisabled={text.trim() === '' || action.isPending} onPress={save}>
        {t('note.save')}
      </Button>
    </div>
  )
}
