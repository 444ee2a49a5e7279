import type { Language } from '#shared/i18n/index.ts'
import { useNow } from '../../app/use-now.ts'
import { useWords } from '../../app/words.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { GuidePage } from './guide-page.tsx'

/** As the counter counts days: in Korea's time, wherever the PC thinks it is. */
const fullDay = (language: Language, now: number): string =>
  new Intl.DateTimeFormat(language, { dateStyle: 'full', timeZone: 'Asia/Seoul' }).format(now)

export const ShopStep = ({
  name,
  onChange,
  onBack,
  onNext,
}: {
  readonly name: string
  readonly onChange: (name: string) => void
  readonly onBack: () => void
  readonly onNext: () => void
}) => {
  const { t, language } = useWords()
  const now = useNow()
  const next = (): void => {
    if (name.trim() !== '') onNext()
  }
  return (
    <GuidePage
      step="shop"
      title={t('guide.shop.title')}
      text={t('guide.shop.text')}
      onBack={onBack}
      actions={
        <Button look="primary" size="large" keyCap="Enter" isDisabled={name.trim() === ''} onPress={next}>
          {t('common.next')}
        </Button>
      }
    >
      <TextField
        label={t('guide.shop.name')}
        value={name}
        onChange={onChange}
        onEnter={next}
        maxLength={60}
        placeholder={t('guide.shop.placeholder')}
        autoFocus
      />
      <p className="guide-day">{t('guide.shop.day', { date: fullDay(language, now) })}</p>
    </GuidePage>
  )
}
