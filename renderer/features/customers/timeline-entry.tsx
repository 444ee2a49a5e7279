import {
  Coins,
  MessageSquareText,
  ReceiptText,
  ShieldCheck,
  Ticket,
  Undo2,
  UserPlus,
  UsersRound,
  Wallet,
} from 'lucide-react'
import { useState } from 'react'
import { api } from '../../api/api.ts'
import { useNow } from '../../app/use-now.ts'
import { useWords } from '../../app/words.ts'
import { Button } from '../../ui/button.tsx'
import { CustomerPicker } from './customer-picker.tsx'
import type { Person, TimelineItem } from './queries.ts'
import { timelineText } from './timeline-words.ts'
import { useFresh, usePersonAction } from './use-person.ts'

const icons = {
  sale: ReceiptText,
  refund: Undo2,
  points: Coins,
  coupon: Ticket,
  prepaid: Wallet,
  note: MessageSquareText,
  consent: ShieldCheck,
  joined: UserPlus,
  merged: UsersRound,
}

const ReceiptActions = ({ receiptId, person }: { readonly receiptId: number; readonly person: Person }) => {
  const { t } = useWords()
  const action = usePersonAction(person.id)
  const fresh = useFresh()
  const [picking, setPicking] = useState(false)
  const move = (customerId: number | null, said: string): void => {
    const back = (): void =>
      action.mutate({
        run: () => api.call('customers.moveReceipt', { receiptId, customerId: person.id }),
        said: t('person.undone'),
      })
    action.mutate(
      { run: () => api.call('customers.moveReceipt', { receiptId, customerId }), said, undo: back },
      {
        onSuccess: () => {
          if (customerId !== null) fresh(customerId)
        },
      },
    )
  }
  return (
    <div className="entry-actions">
      <Button look="quiet" onPress={() => setPicking(true)}>
        {t('timeline.move')}
      </Button>
      <Button look="quiet" onPress={() => move(null, t('timeline.detached'))}>
        {t('timeline.detach')}
      </Button>
      {picking ? (
        <CustomerPicker
          title={t('pick.title')}
          except={person.id}
          onClose={() => setPicking(false)}
          onPick={(other) => {
            setPicking(false)
            move(other.id, t('timeline.moved', { name: other.name }))
          }}
        />
      ) : null}
    </div>
  )
}

const NoteActions = ({
  noteId,
  item,
  person,
}: {
  readonly noteId: number
  readonly item: TimelineItem
  readonly person: Person
}) => {
  const { t } = useWords()
  const action = usePersonAction(person.id)
  const customerId = person.id
  return (
    <div className="entry-actions">
      <Button
        look="quiet"
        onPress={() =>
          action.mutate({
            run: () => api.call('customers.notes', { customerId, add: null, remove: noteId }),
            said: t('note.removed'),
            undo: () =>
              action.mutate({
                run: () => api.call('customers.notes', { customerId, add: item.text, remove: null }),
              }),
          })
        }
      >
        {t('note.remove')}
      </Button>
    </div>
  )
}

/** One thing that happened, and what can be done about it. */
export const TimelineEntry = ({ item, person }: { readonly item: TimelineItem; readonly person: Person }) => {
  const words = useWords()
  const { t, won, signedPoints, moment } = words
  const now = useNow()
  const Icon = icons[item.kind]
  const [open, setOpen] = useState(false)
  const actions =
    item.id === null || !open ? null : item.kind === 'sale' ? (
      <ReceiptActions receiptId={item.id} person={person} />
    ) : item.kind === 'note' ? (
      <NoteActions noteId={item.id} item={item} person={person} />
    ) : null
  const acts = item.id !== null && (item.kind === 'sale' || item.kind === 'note')
  const line = (
    <>
      <Icon size={20} aria-hidden="true" />
      <span className="entry-when">{moment(item.at, now)}</span>
      <span className={item.kind === 'note' ? 'entry-text note' : 'entry-text'}>
        {timelineText(words, item)}
      </span>
      <span className="entry-won">{item.won === null ? '' : won(item.won)}</span>
      <span className={(item.points ?? 0) < 0 ? 'entry-points minus' : 'entry-points'}>
        {item.points === null || item.points === 0 ? '' : signedPoints(item.points)}
      </span>
    </>
  )
  return (
    <li className={item.kind === 'refund' ? 'entry entry-refund' : 'entry'}>
      {acts ? (
        <button type="button" className="entry-line" aria-expanded={open} onClick={() => setOpen(!open)}>
          {line}
        </button>
      ) : (
        <div className="entry-line">{line}</div>
      )}
      {actions}
      <span className="hidden-text">{item.kind === 'refund' ? t('timeline.refund') : ''}</span>
    </li>
  )
}
