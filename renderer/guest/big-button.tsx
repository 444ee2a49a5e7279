import type { MouseEvent, ReactNode } from 'react'

/** A finger leaves the focus where it is, so that Enter on a keyboard does not press the last key once more. */
export const keepFocus = (event: MouseEvent): void => event.preventDefault()

/** At least 64 px to touch. */
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
    onMouseDown={keepFocus}
    onClick={onPress}
    {...(label === undefined ? {} : { 'aria-label': label })}
  >
    {children}
  </button>
)
