import { useQuery } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { queries } from '../../api/queries.ts'
import { useWords } from '../../app/words.ts'
import { Button } from '../../ui/button.tsx'
import { newSource, type SourceKind } from '../devices/device-defaults.ts'
import { SourceForm } from '../devices/source-form.tsx'
import { allSourceKinds } from '../devices/source-kinds.ts'
import { useDeviceCalls } from '../devices/use-device-calls.ts'
import { WiringHelp } from '../devices/wiring-help.tsx'
import { AddDevice } from './add-device.tsx'
import { ImportFile } from './import-file.tsx'
import { Section } from './section.tsx'
import { SourceRow } from './source-row.tsx'

/** Which POS are listened to, how they are, and how to add one. */
export const SourcesSection = () => {
  const { t } = useWords()
  const sources = useQuery(queries.sources).data
  const { saveSource } = useDeviceCalls()
  const [adding, setAdding] = useState(false)
  const [kind, setKind] = useState<SourceKind | null>(null)
  const stop = (): void => {
    setAdding(false)
    setKind(null)
  }
  const ids = (sources ?? []).map((source) => source.id)
  return (
    <Section
      title={t('settings.sources')}
      action={
        <>
          <ImportFile />
          <Button onPress={() => setAdding(true)}>
            <Plus size={20} aria-hidden="true" />
            {t('settings.sources.add')}
          </Button>
        </>
      }
    >
      {adding ? (
        <AddDevice
          label={t('settings.sources.add')}
          kinds={allSourceKinds(t)}
          chosen={kind}
          onChoose={setKind}
          onCancel={stop}
        >
          {kind === null ? null : (
            <SourceForm
              key={kind}
              source={newSource(kind, t('device.defaultPos'), ids)}
              saveWord={t('guide.pos.connect')}
              onSave={(source) => saveSource.mutate(source, { onSuccess: stop })}
              onCancel={stop}
            />
          )}
        </AddDevice>
      ) : null}
      {sources?.length === 0 ? <p>{t('settings.sources.empty')}</p> : null}
      {sources?.map((source) => (
        <SourceRow key={source.id} source={source} />
      ))}
      <WiringHelp />
    </Section>
  )
}
