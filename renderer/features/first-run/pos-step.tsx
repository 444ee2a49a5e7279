import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { queries } from '../../api/queries.ts'
import { useWords } from '../../app/words.ts'
import { Button } from '../../ui/button.tsx'
import { isKnownSource, newSource, type SourceKind } from '../devices/device-defaults.ts'
import { KindCards } from '../devices/kind-cards.tsx'
import { SourceForm } from '../devices/source-form.tsx'
import { sourceKinds } from '../devices/source-kinds.ts'
import { useDeviceCalls } from '../devices/use-device-calls.ts'
import { FirstReceipt } from './first-receipt.tsx'
import { GuidePage } from './guide-page.tsx'

/** Which way the receipts come; the first one that arrives is the proof. */
export const PosStep = ({ onNext }: { readonly onNext: () => void }) => {
  const { t } = useWords()
  const sources = useQuery(queries.sources).data ?? []
  const { saveSource } = useDeviceCalls()
  const made = sources.find(isKnownSource) ?? null
  const [kind, setKind] = useState<SourceKind | null>(null)
  const chosen = kind ?? made?.kind ?? null
  // One POS in the guide: choosing another way replaces the first one. More can be added in the settings.
  const source =
    chosen === null
      ? null
      : made !== null && made.kind === chosen
        ? made
        : { ...newSource(chosen, t('device.defaultPos'), []), id: made?.id ?? 'pos' }
  return (
    <GuidePage
      step="pos"
      title={t('guide.pos.title')}
      text={t('guide.pos.text')}
      actions={
        <>
          <Button look={made === null ? 'plain' : 'primary'} size="large" onPress={onNext}>
            {t(made === null ? 'common.skip' : 'common.next')}
          </Button>
        </>
      }
    >
      <KindCards label={t('guide.pos.title')} kinds={sourceKinds(t)} chosen={chosen} onChoose={setKind} />
      {source === null ? null : (
        <SourceForm
          key={`${source.kind}-${source.id}`}
          source={source}
          saveWord={t('guide.pos.connect')}
          onSave={(next) => saveSource.mutate(next)}
        />
      )}
      {made === null || made.kind !== chosen ? null : <FirstReceipt sourceId={made.id} />}
    </GuidePage>
  )
}
