import { useWords } from '../../app/words.ts'
import { Section } from '../settings/section.tsx'
import { EditorLink } from './editor-link.tsx'

/** The way to the editor, from the settings. */
export const EditorSection = () => {
  const { t } = useWords()
  return (
    <Section title={t('nav.slipEditor')} action={<EditorLink />}>
      <p className="settings-soft">{t('slipEdit.settings')}</p>
    </Section>
  )
}
