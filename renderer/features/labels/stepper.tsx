import { Minus, Plus } from 'lucide-react'
import { Button } from '../../ui/button.tsx'

/** A figure that goes up and down by a step; both ends stop it. */
export const Stepper = ({
  label,
  text,
  less,
  more,
  onLess,
  onMore,
  canLess,
  canMore,
}: {
  readonly label: string
  /** The figure with its unit. */
  readonly text: string
  readonly less: string
  readonly more: string
  readonly onLess: () => void
  readonly onMore: () => void
  readonly canLess: boolean
  readonly canMore: boolean
}) => (
  <div className="stepper" role="group" aria-label={label}>
    <span className="field-label">{label}</span>
    <div>
      <Button label={less} isDisabled={!canLess} onPress={onLess}>
        <Minus size={20} aria-hidden="true" />
      </Button>
      <output aria-live="polite">{text}</output>
      <Button label={more} isDisabled={!canMore} onPress={onMore}>
        <Plus size={20} aria-hidden="true" />
      </Button>
    </div>
  </div>
)
