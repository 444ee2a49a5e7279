import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useWords } from '../../app/words.ts'
import { Button } from '../../ui/button.tsx'
import { Section } from './section.tsx'

const load = async () => (await import('#resources/licences.json')).default

/** Version, and whose work is in it. */
export const AboutSection = ({ version }: { readonly version: string }) => {
  const { t } = useWords()
  const [open, setOpen] = useState(false)
  const licences = useQuery({ queryKey: ['licences'], queryFn: load, enabled: open }).data
  return (
    <Section
      title={t('about.title')}
      action={<Button onPress={() => setOpen(!open)}>{t(open ? 'about.hide' : 'about.show')}</Button>}
    >
      <p className="settings-version">{t('settings.version', { version })}</p>
      <p className="about-lead">{t('about.lead')}</p>
      {licences === undefined || !open ? null : (
        <ul className="about-list">
          {licences.packages.map(({ name, version: theirs, licence, text }) => (
            <li key={name}>
              <details>
                <summary>
                  <strong>{name}</strong> <span>{theirs}</span> <small>{licence}</small>
                </summary>
                {text === null ? null : <pre>{licences.texts[text]}</pre>}
              </details>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}
