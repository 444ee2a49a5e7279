import type { ReactNode } from 'react'

/** At least 64 px to touch; a finger that is still down presses nothing twice. */
export const BigButton = ({
  children,
  onPress,
  look = 'plain',
  label,
  disabled = false,
}: {
  readonly children: ReactNode
  readonly onPress: () => void
  readonly look?: 'plain' | 'primary' | 'quiet'
  readonly label?: string
  readonly disabled?: boolean
}) => (
  <button
    type="button"
    className={`guest-button ${look}`}
    disabled={disabled}
    onClick={onPress}
    {...(label === undefined ? {} : { 'aria-label': label })}
  >
    {children}
  </button>
)
