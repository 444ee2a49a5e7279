import { useMutation } from '@tanstack/react-query'
import { FolderOpen } from 'lucide-react'
import { api } from '../../api/api.ts'
import { useWords } from '../../app/words.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/text-field.tsx'

/** A folder: chosen in the system's own dialog, or typed by whoever knows where it is. */
export const FolderField = ({
  label,
  value,
  note,
  onChange,
  onEnter,
}: {
  readonly label: string
  readonly value: string
  readonly note?: string
  readonly onChange: (path: string) => void
  readonly onEnter?: () => void
}) => {
  const { t } = useWords()
  const choose = useMutation({
    mutationFn: () => api.call('app.chooseFolder', {}),
    onSuccess: ({ path }) => {
      if (path !== null) onChange(path)
    },
  })
  return (
    <div className="backup-folder">
      <TextField
        label={label}
        value={value}
        onChange={onChange}
        maxLength={400}
        {...(onEnter === undefined ? {} : { onEnter })}
        {...(note === undefined ? {} : { note })}
      />
      <Button isDisabled={choose.isPending} onPress={() => choose.mutate()}>
        <FolderOpen size={20} aria-hidden="true" />
        {t('backup.choose')}
      </Button>
    </div>
  )
}
