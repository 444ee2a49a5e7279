import { useState } from 'react'
import type { CallOutput } from '#shared/contract/index.ts'
import { useWords } from '../../app/words.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'

export type FoundLine = NonNullable<CallOutput<'sources.findSettings'>>

/** The settings that read, a few lines as they read, and the way to use them. */
export const FoundSettings = ({
  found,
  onApply,
}: {
  readonly found: FoundLine
  readonly onApply: (found: FoundLine) => void
}) => {
  const { t } = useWords()
  const [applied, setApplied] = useState(false)
  return (
    <Notice tone="good" role="status">
      <strong>{t('find.found')}</strong>
      <p>
        {t('find.foundAs', {
          baud: String(found.baudRate),
          bits: found.dataBits,
          parity: t(`device.parity.${found.parity}`),
          encoding: t(`device.encoding.${found.encoding}`),
        })}
      </p>
      <pre className="finder-sample" aria-label={t('find.sample')}>
        {found.sample.join('\n')}
      </pre>
      {applied ? (
        <p>{t('find.applied')}</p>
      ) : (
        <Button
          onPress={() => {
            onApply(found)
            setApplied(true)
          }}
        >
          {t('find.apply')}
        </Button>
      )}
    </Notice>
  )
}
