import { ArrowLeft, Printer } from 'lucide-react'
import type { ReactNode } from 'react'
import { useAnonymous } from '../../app/anonymous.ts'
import { useNavigation } from '../../app/navigation.tsx'
import { useWords } from '../../app/words.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { useOpenedLabels } from './open-labels.tsx'

/** The page around what is printed: its head with the one next step, what can be chosen, and the sheets. */
export const LabelsFrame = ({
  title,
  says,
  pages,
  busy,
  onPrint,
  choices,
  children,
}: {
  readonly title: string
  readonly says: string
  /** How many sheets of paper; null while there is nothing to print. */
  readonly pages: number | null
  readonly busy: boolean
  readonly onPrint: () => void
  readonly choices: ReactNode
  readonly children: ReactNode
}) => {
  const { t } = useWords()
  const { go } = useNavigation()
  const from = useOpenedLabels()?.from ?? 'customers'
  const anonymous = useAnonymous()
  return (
    <div className="labels">
      <header className="labels-top">
        <Button look="quiet" onPress={() => go(from)}>
          <ArrowLeft size={20} aria-hidden="true" />
          {t('labels.back')}
        </Button>
        <div className="labels-title">
          <h1>{title}</h1>
          <p role="status">{says}</p>
        </div>
        <Button
          look="primary"
          isDisabled={pages === null || pages === 0 || busy || anonymous.on}
          onPress={onPrint}
        >
          <Printer size={20} aria-hidden="true" />
          {pages === null || pages === 0 ? t('labels.print') : t('labels.printPages', { n: pages })}
        </Button>
      </header>
      <div className="labels-body">
        <aside className="labels-choices">
          {anonymous.on ? <Notice tone="warn">{t('labels.anonymous')}</Notice> : null}
          {choices}
        </aside>
        <div className="labels-preview">{children}</div>
      </div>
    </div>
  )
}
