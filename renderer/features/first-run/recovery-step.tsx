import { Copy, Printer } from 'lucide-react'
import { useState } from 'react'
import { businessDate } from '#shared/dates.ts'
import { tellCopied } from '../../app/tell-copied.ts'
import { useWords } from '../../app/words.ts'
import { Button } from '../../ui/button.tsx'
import { Strip } from '../../ui/strip.tsx'
import { useToasts } from '../../ui/toast.tsx'
import { GuidePage } from './guide-page.tsx'

/** The code is broken into its groups so that the eye keeps its place while writing. */
const groups = (code: string): string[] => code.split('-')

/** Shown once, large, to be written on paper. */
export const RecoveryStep = ({
  shopName,
  code,
  onBack,
  onNext,
}: {
  readonly shopName: string
  readonly code: string
  /** To another passphrase: the ledger is made anew, with another code. */
  readonly onBack: () => void
  readonly onNext: () => void
}) => {
  const { t } = useWords()
  const { show } = useToasts()
  const [date] = useState(() => businessDate(Date.now()))
  const copied = (): void => {
    tellCopied()
    show({ text: t('recovery.copied') })
  }
  const copy = (): void => {
    void navigator.clipboard
      .writeText(code)
      .then(copied, () => show({ tone: 'bad', text: t('recovery.notCopied') }))
  }
  return (
    <GuidePage
      step="recovery"
      title={t('recovery.title')}
      text={t('recovery.text')}
      onBack={onBack}
      actions={
        <Button look="primary" size="large" onPress={onNext}>
          {t('recovery.wrote')}
        </Button>
      }
    >
      <div className="recovery-paper print-only">
        <Strip>
          <p className="recovery-for">{t('recovery.printed', { date, shop: shopName })}</p>
          <p className="recovery-code" data-testid="recovery-code">
            {groups(code).map((group, index) => (
              <span key={`${index}-${group}`}>
                {index === 0 ? '' : '-'}
                {group}
              </span>
            ))}
          </p>
        </Strip>
      </div>
      <div className="recovery-tools">
        <Button onPress={copy}>
          <Copy size={20} aria-hidden="true" />
          {t('recovery.copy')}
        </Button>
        <Button onPress={() => window.print()}>
          <Printer size={20} aria-hidden="true" />
          {t('recovery.print')}
        </Button>
        <p className="recovery-where">{t('recovery.where')}</p>
      </div>
    </GuidePage>
  )
}
