import { useQuery } from '@tanstack/react-query'
import { queries } from '../../api/queries.ts'
import { useNavigation } from '../../app/navigation.tsx'
import { useKeys } from '../../app/use-keys.ts'
import { useWords } from '../../app/words.ts'
import { Button } from '../../ui/button.tsx'
import { GuidePage } from './guide-page.tsx'

/** What was connected, and the way to the counter. */
export const DoneStep = ({ onBack }: { readonly onBack: () => void }) => {
  const { t } = useWords()
  const { go } = useNavigation()
  const sources = useQuery(queries.sources).data ?? []
  const printers = useQuery(queries.printers).data ?? []
  const named = (names: readonly string[]): string =>
    names.length === 0 ? t('guide.done.later') : names.join(', ')
  useKeys({ Enter: () => go('counter') })
  return (
    <GuidePage
      step="done"
      title={t('guide.done.title')}
      text={t('guide.done.text')}
      onBack={onBack}
      actions={
        <Button look="primary" size="large" keyCap="Enter" onPress={() => go('counter')}>
          {t('guide.done.start')}
        </Button>
      }
    >
      <dl className="guide-summary">
        <dt>{t('guide.done.pos')}</dt>
        <dd>{named(sources.filter((one) => one.kind !== 'file').map((one) => one.name))}</dd>
        <dt>{t('guide.done.printer')}</dt>
        <dd>{named(printers.map((one) => one.name))}</dd>
      </dl>
    </GuidePage>
  )
}
