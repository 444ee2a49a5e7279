import type { LucideIcon } from 'lucide-react'
import './devices.css'

export interface KindText<K extends string> {
  readonly kind: K
  readonly icon: LucideIcon
  readonly title: string
  readonly hint: string
}

/** A few ways to go, as cards to press. */
export const KindCards = <K extends string>({
  label,
  kinds,
  chosen,
  onChoose,
}: {
  readonly label: string
  readonly kinds: readonly KindText<K>[]
  readonly chosen: K | null
  readonly onChoose: (kind: K) => void
}) => (
  <div className={kinds.length === 4 ? 'kind-cards by-two' : 'kind-cards'} role="group" aria-label={label}>
    {kinds.map(({ kind, icon: Icon, title, hint }) => (
      <button
        key={kind}
        type="button"
        className={kind === chosen ? 'kind-card current' : 'kind-card'}
        aria-pressed={kind === chosen}
        onClick={() => onChoose(kind)}
      >
        <Icon size={26} aria-hidden="true" />
        <strong>{title}</strong>
        <small>{hint}</small>
      </button>
    ))}
  </div>
)
