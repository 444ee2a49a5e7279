import { FolderInput } from 'lucide-react'
import { useNavigation } from '../../app/navigation.tsx'
import { useWords } from '../../app/words.ts'
import { Button } from '../../ui/button.tsx'
import { Section } from '../settings/section.tsx'

/** The way to the guide, from the settings. */
export const MovingSection = () => {
  const { t } = useWords()
  const { go } = useNavigation()
  return (
    <Section
      title={t('moving.title')}
      action={
        <Button look="quiet" onPress={() => go('moving')}>
          <FolderInput size={20} aria-hidden="true" />
          {t('nav.moving')}
        </Button>
      }
    >
      <p className="settings-soft">{t('moving.settings')}</p>
    </Section>
  )
}
