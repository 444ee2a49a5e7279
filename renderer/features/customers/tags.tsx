import { useQuery } from '@tanstack/react-query'
import { Plus, X } from 'lucide-react'
import { useState } from 'react'
import { api } from '../../api/api.ts'
import { useWords } from '../../app/words.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { EditEnd } from './edit-row.tsx'
import type { Person } from './queries.ts'
import { useChange } from './use-person.ts'

const shownChoices = 8

/** Tags as they stand, each to be taken off; the shop's other tags one press away. */
export const Tags = ({ person }: { readonly person: Person }) => {
  const { t } = useWords()
  const { change } = useChange(person.id)
  const [adding, setAdding] = useState(false)
  const [text, setText] = useState('')
  const all = useQuery({
    queryKey: ['customers.tags'],
    queryFn: () => api.call('customers.tags', {}),
    enabled: adding,
  })
  const set = (tags: string[]): void =>
    change(t('person.tags'), { tags }, { tags: person.tags }, () => {
      setAdding(false)
      setText('')
    })
  const others = (all.data ?? []).filter(({ name }) => !person.tags.includes(name)).slice(0, shownChoices)
  return (
    <div className="tags">
      {person.tags.map((tag) => (
        <button
          key={tag}
          type="button"
          className="tag"
          aria-label={t('person.tagRemove', { tag })}
          onClick={() => set(person.tags.filter((one) => one !== tag))}
        >
          {tag}
          <X size={16} aria-hidden="true" />
        </button>
      ))}
      {adding ? (
        <div className="tag-add">
          <TextField
            label={t('person.tagAdd')}
            value={text}
            onChange={setText}
            maxLength={40}
            autoFocus
            onEnter={() => {
              if (text.trim() !== '') set([...person.tags, text])
            }}
          />
          <div className="tags">
            {others.map(({ id, name }) => (
              <Button key={id} onPress={() => set([...person.tags, name])}>
                {name}
              </Button>
            ))}
          </div>
          <EditEnd
            onSave={() => set([...person.tags, text])}
            onClose={() => setAdding(false)}
            isDisabled={text.trim() === ''}
            saveWord={t('common.save')}
            closeWord={t('common.cancel')}
          />
        </div>
      ) : (
        <button type="button" className="tag add" onClick={() => setAdding(true)}>
          <Plus size={16} aria-hidden="true" />
          {t('person.tagAdd')}
        </button>
      )}
    </div>
  )
}
