import { useState } from 'react'
import { chooseTheme, savedTheme, type Theme, themes } from '../../app/appearance.ts'
import { chooseLanguage } from '../../app/language.ts'
import { useWords } from '../../app/words.ts'
import { Choice } from '../../ui/choice.tsx'
import { Section } from './section.tsx'

/** Each language calls itself by its own name. */
const languageNames = [
  { value: 'ko', text: '한국어' },
  { value: 'en', text: 'English' },
] as const

export const LookSection = () => {
  const { t, language } = useWords()
  const [theme, setTheme] = useState<Theme>(savedTheme)
  return (
    <Section title={t('settings.look')}>
      <div className="settings-pair">
        <Choice
          label={t('settings.look.theme')}
          value={theme}
          options={themes.map((one) => ({ value: one, text: t(`settings.look.${one}`) }))}
          onChange={(next) => {
            chooseTheme(next)
            setTheme(next)
          }}
        />
        <Choice
          label={t('settings.look.language')}
          value={language}
          options={languageNames}
          onChange={(next) => void chooseLanguage(next)}
        />
      </div>
    </Section>
  )
}
