import { type KeyboardEvent, type ReactNode, type Ref, useRef } from 'react'
import { TextField as AriaTextField, FieldError, Input, Label, Text } from 'react-aria-components'
import './field.css'

export interface TextFieldProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  /** Enter, but never the Enter that ends a Hangul composition. */
  readonly onEnter?: () => void
  readonly error?: string | null
  readonly note?: ReactNode
  readonly placeholder?: string
  readonly type?: 'text' | 'password' | 'tel'
  readonly inputMode?: 'text' | 'numeric' | 'tel'
  readonly autoFocus?: boolean
  readonly maxLength?: number
  readonly inputRef?: Ref<HTMLInputElement>
  readonly onKeyDown?: (event: KeyboardEvent<HTMLInputElement>) => void
  readonly className?: string
}

/** One line of text with its label, note and error. */
export const TextField = ({
  label,
  value,
  onChange,
  onEnter,
  error = null,
  note,
  placeholder,
  type = 'text',
  inputMode = 'text',
  autoFocus = false,
  maxLength,
  inputRef,
  onKeyDown,
  className = '',
}: TextFieldProps) => {
  const own = useRef<HTMLInputElement>(null)
  return (
    <AriaTextField
      className={`field ${className}`}
      value={value}
      onChange={onChange}
      type={type}
      inputMode={inputMode}
      isInvalid={error !== null}
      validationBehavior="aria"
      autoComplete="off"
      spellCheck="false"
      autoFocus={autoFocus}
      {...(maxLength === undefined ? {} : { maxLength })}
    >
      <Label className="field-label">{label}</Label>
      <Input
        className="field-input"
        ref={inputRef ?? own}
        {...(placeholder === undefined ? {} : { placeholder })}
        onKeyDown={(event) => {
          onKeyDown?.(event)
          if (event.key !== 'Enter' || event.nativeEvent.isComposing || onEnter === undefined) return
          event.preventDefault()
          onEnter()
        }}
      />
      {note === undefined ? null : (
        <Text slot="description" className="field-note">
          {note}
        </Text>
      )}
      <FieldError className="field-error">{error ?? ''}</FieldError>
    </AriaTextField>
  )
}
