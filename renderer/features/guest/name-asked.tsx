import { useMutation, useQueryClient } from '@tanstack/react-query'
import { UserPlus } from 'lucide-react'
import { useState } from 'react'
import { api } from '../../api/api.ts'
import { keys } from '../../api/keys.ts'
import { useWords } from '../../app/words.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useToasts } from '../../ui/toast.tsx'
import { useFailureToast } from '../../ui/use-failure-toast.ts'

/** A guest joined and left their name to the staff. */
export const NameAsked = ({ customerId }: { readonly customerId: number }) => {
  const { t } = useWords()
  const { show } = useToasts()
  const client = useQueryClient()
  const [name, setName] = useState('')
  const save = useMutation({
    mutationFn: () => api.call('guest.name', { customerId, name: name.trim() }),
    onSuccess: async () => {
      show({ text: t('guest.nameSaved', { name: name.trim() }) })
      await client.invalidateQueries({ queryKey: keys.card(customerId) })
    },
    onError: useFailureToast(),
  })
  const ready = name.trim() !== '' && !save.isPending
  return (
    <section className="guest-strip named" aria-label={t('guest.unnamed')}>
      <UserPlus size={24} aria-hidden="true" />
      <p>{t('guest.unnamed')}</p>
      <TextField
        label={t('guest.name')}
        className="guest-strip-name"
        value={name}
        onChange={setName}
        maxLength={40}
        onEnter={() => {
          if (ready) save.mutate()
        }}
      />
      <Button size="large" look="primary" isDisabled={!ready} onPress={() => save.mutate()}>
        {t('guest.nameSave')}
      </Button>
    </section>
  )
}
