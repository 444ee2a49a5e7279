import { Component, type ReactNode } from 'react'
import { Button } from '../ui/button.tsx'
import { FullPage } from '../ui/full-page.tsx'
import { useWords } from './words.ts'

const Broken = ({ onReopen }: { readonly onReopen: () => void }) => {
  const { t } = useWords()
  return (
    <FullPage title={t('broken.title')}>
      <p>{t('broken.text')}</p>
      <Button look="primary" size="large" onPress={onReopen}>
        {t('broken.reload')}
      </Button>
    </FullPage>
  )
}

/** A screen that throws shows a sentence and a way on instead of a white page. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, { readonly broken: boolean }> {
  override state = { broken: false }
  static getDerivedStateFromError(): { readonly broken: boolean } {
    return { broken: true }
  }
  override render(): ReactNode {
    return this.state.broken ? (
      <Broken onReopen={() => this.setState({ broken: false })} />
    ) : (
      this.props.children
    )
  }
}
