import { Component, type ReactNode } from 'react'
import { HelpedPage } from './message-page.tsx'

interface Props {
  /** Another page is tried anew. */
  readonly at: string
  readonly children: ReactNode
}
interface State {
  readonly brokenAt: string | null
}

/** A page that breaks down sends the guest to the staff, and the next guest finds the screen as ever. */
export class Boundary extends Component<Props, State> {
  override state: State = { brokenAt: null }

  static getDerivedStateFromError(): State {
    return { brokenAt: '' }
  }
  static getDerivedStateFromProps({ at }: Props, { brokenAt }: State): State | null {
    if (brokenAt === null) return null
    if (brokenAt === '') return { brokenAt: at }
    return brokenAt === at ? null : { brokenAt: null }
  }
  override render(): ReactNode {
    return this.state.brokenAt === null ? this.props.children : <HelpedPage />
  }
}
