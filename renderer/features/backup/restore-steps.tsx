import { useState } from 'react'
import { useWords } from '../../app/words.ts'
import { FullPage } from '../../ui/full-page.tsx'
import './backup.css'
import type { Copy } from './copies-table.tsx'
import { RestoreChoice } from './restore-choice.tsx'
import { RestoreKey } from './restore-key.tsx'
import { RestorePlace } from './restore-place.tsx'
import { StepsTop } from './steps-top.tsx'

export interface Chosen {
  readonly target: string
  readonly copy: Copy
}

/** Where it is, which one, and its key: three steps, after which the ledger is open. */
export const RestoreSteps = ({
  chosen = null,
  onBack,
}: {
  /** A copy that was chosen already. */
  readonly chosen?: Chosen | null
  readonly onBack: () => void
}) => {
  const { t } = useWords()
  const [target, setTarget] = useState<string | null>(chosen?.target ?? null)
  const [copy, setCopy] = useState<Copy | null>(chosen?.copy ?? null)
  const step = target === null ? 1 : copy === null ? 2 : 3
  const back = (): void => {
    if (step === 1 || chosen !== null) onBack()
    else if (step === 2) setTarget(null)
    else setCopy(null)
  }
  return (
    <FullPage title={t('restore.title')} wide before={<StepsTop step={step} onBack={back} />}>
      {target === null ? (
        <RestorePlace onChoose={setTarget} />
      ) : copy === null ? (
        <RestoreChoice target={target} onChoose={setCopy} />
      ) : (
        <RestoreKey target={target} copy={copy} onAnother={back} />
      )}
    </FullPage>
  )
}
