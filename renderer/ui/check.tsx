import { Check as CheckMark } from 'lucide-react'
import type { KeyboardEvent, ReactNode } from 'react'
import { Checkbox } from 'react-aria-components'
import './field.css'

export interface CheckProps {
  readonly children: ReactNode
  readonly isSelected: boolean
  readonly onChange: (selected: boolean) => void
  readonly onKeyDown?: (event: KeyboardEvent) => void
  readonly inputRef?: React.RefObject<HTMLInputElement | null>
}

/** A box to tick with its whole line to press. */
export const Check = ({ children, isSelected, onChange, onKeyDown, inputRef }: CheckProps) => (
  // The key is taken on its way up: the box itself knows only the space bar.
  <div role="presentation" onKeyDown={onKeyDown}>
    <Checkbox
      className="check"
      isSelected={isSelected}
      onChange={onChange}
      {...(inputRef === undefined ? {} : { inputRef })}
    >
      <span className="check-box" aria-hidden="true">
        {isSelected ? <CheckMark size={20} strokeWidth={3} /> : null}
      </span>
      <span>{children}</span>
    </Checkbox>
  </div>
)
