import type { ReactNode } from 'react'
import { useWords } from '../../app/words.ts'
import { Button } from '../../ui/button.tsx'
import { KindCards, type KindText } from '../devices/kind-cards.tsx'

/** How it is connected first, then the form of that kind. */
export const AddDevice = <K extends string>({
  label,
  kinds,
  chosen,
  onChoose,
  onCancel,
  children,
}: {
  readonly label: string
  readonly kinds: readonly KindText<K>[]
  readonly chosen: K | null
  readonly onChoose: (kind: K) => void
  readonly onCancel: () => void
  /** The form, once a kind is chosen. */
  readonly children: ReactNode
}) => {
  const { t } = useWords()
  return (
    <div className="device-row">
      <KindCards label={label} kinds={kinds} chosen={chosen} onChoose={onChoose} />
      {chosen === null ? (
        <Button look="quiet" onPress={onCancel}>
          {t('common.cancel')}
        </Button>
      ) : (
        children
      )}
    </div>
  )
}
