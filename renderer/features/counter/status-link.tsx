import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'

/** A word of the status bar that leads to where more is said of it; as high as the bar, so that a finger hits it. */
export const StatusLink = ({
  look = '',
  onPress,
  children,
}: {
  readonly look?: string
  readonly onPress: () => void
  readonly children: ReactNode
}) => (
  <Button preventFocusOnPress className={`status-link ${look}`} onPress={onPress}>
    {children}
  </Button>
)
