import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from '../../api/api.ts'
import { keys } from '../../api/keys.ts'
import { useWords } from '../../app/words.ts'
import { Select } from '../../ui/select.tsx'
import { useFailureToast } from '../../ui/use-failure-toast.ts'

const seconds = [0, 10, 20, 30, 60, 120]

/** When the counter reminds that nobody was asked for a number. */
export const ReminderCard = () => {
  const { t } = useWords()
  const client = useQueryClient()
  const reminder = useQuery({ queryKey: keys.reminder, queryFn: () => api.call('points.reminder', {}) }).data
  const save = useMutation({
    mutationFn: (after: number) => api.call('points.saveReminder', { seconds: after }),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.reminder }),
    onError: useFailureToast(),
  })
  if (reminder === undefined) return null
  return (
    <div className="reward-card">
      <Select
        label={t('notices.remind')}
        value={String(reminder.seconds)}
        options={[...new Set([...seconds, reminder.seconds])]
          .sort((a, b) => a - b)
          .map((n) => ({
            value: String(n),
            text: n === 0 ? t('notices.never') : t('notices.seconds', { n }),
          }))}
        onChange={(value) => save.mutate(Number(value))}
      />
    </div>
  )
}
