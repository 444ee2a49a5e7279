import type { ReactNode } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import { KeyCap } from './key-cap.tsx'
import './button.css'

export interface ButtonProps {
  readonly children: ReactNode
  readonly onPress?: () => void
  /** `primary` is the next step: one on a page. */
  readonly look?: 'primary' | 'plain' | 'quiet' | 'danger'
  /** `large` is for the counter: 64 px to touch. */
  readonly size?: 'normal' | 'large'
  /** The key that does the same. */
  readonly keyCap?: string
  readonly isDisabled?: boolean
  readonly type?: 'button' | 'submit'
  /** Leaves the cursor where it is when pressed, so that the counter's search keeps catching keys. */
  readonly keepFocus?: boolean
  readonly label?: string
  readonly className?: string
}

/** A button that presses by touch, mouse and keyboard alike. */
export const Button = ({
  children,
  onPress,
  look = 'plain',
  size = 'normal',
  keyCap,
  isDisabled = false,
  type = 'button',
  keepFocus = false,
  label,
  className = '',
}: ButtonProps) => (
  <AriaButton
    className={`button ${look} ${size} ${className}`}
    type={type}
    isDisabled={isDisabled}
    preventFocusOnPress={keepFocus}
    {...(onPress === undefined ? {} : { onPress })}
    {...(label === undefined ? {} : { 'aria-label': label })}
    {...(keyCap === undefined ? {} : { 'aria-keyshortcuts': keyCap.replace('Esc', 'Escape') })}
  >
    {children}
    {keyCap === undefined ? null : <KeyCap>{keyCap}</KeyCap>}
  </AriaButton>
)
