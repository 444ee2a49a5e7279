import { useState } from 'react'
import { api } from '../../api/api.ts'
import { useWords } from '../../app/words.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/text-field.tsx'
import type { Person } from './queries.ts'
import { usePersonAction } from './use-person.ts'

/** Cards that are theirs: one that they bring, or a code of the shop's own. */
export const Cards = ({ person }: { readonly person: Person }) => {
  const { t } = useWords()
  const action = usePersonAction(person.id)
  const [code, setCode] = useState('')
  const customerId = person.id
  const call = (what: 'issue' | 'end', of: string) => () =>
    api.call('customers.cards', { customerId, what, code: of })
  const bring = (): void => {
    if (code.trim() !== '') action.mutate({ run: call('issue', code) }, { onSuccess: () => setCode('') })
  }
  return (
    <section className="person-card" aria-label={t('cards.list')}>
      <header className="card-title">
        <h2>{t('cards.list')}</h2>
        <Button look="quiet" onPress={() => action.mutate({ run: call('issue', '') })}>
          {t('cards.issue')}
        </Button>
      </header>
      {person.cards.length === 0 ? <p className="card-hint">{t('cards.none')}</p> : null}
      <ul className="code-list">
        {person.cards.map((card) => (
          <li key={card.code} className={card.endedAt === null ? '' : 'ended'}>
            <code>{card.code}</code>
            {card.endedAt === null ? (
              <Button
                look="quiet"
                label={t('cards.end', { code: card.code })}
                onPress={() => action.mutate({ run: call('end', card.code) })}
              >
                {t('common.remove')}
              </Button>
            ) : (
              <small>{t('cards.ended')}</small>
            )}
          </li>
        ))}
      </ul>
      <div className="note-form">
        <TextField
          label={t('cards.bring')}
          value={code}
          onChange={setCode}
          onEnter={bring}
          placeholder={t('cards.bringHint')}
          maxLength={40}
        />
        <Button isDisabled={code.trim() === ''} onPress={bring}>
          {t('cards.add')}
        </Button>
      </div>
    </section>
  )
}
