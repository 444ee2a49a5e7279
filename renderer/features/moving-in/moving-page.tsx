import { useEffect, useRef } from 'react'
import { useWords } from '../../app/words.ts'
import { PageHead } from '../../ui/page-head.tsx'
import { ColumnsStep } from './columns-step.tsx'
import { DoneStep } from './done-step.tsx'
import { FileStep } from './file-step.tsx'
import './moving.css'
import { PreviewStep } from './preview-step.tsx'
import { StepLine } from './step-line.tsx'
import { useMoving } from './use-moving.ts'
import { Working } from './working.tsx'

/** The guide: a file, its columns, what would happen, and only then the moving itself. */
const MovingPage = () => {
  const { t } = useWords()
  const state = useMoving()
  const top = useRef<HTMLDivElement>(null)
  const at = state?.step
  // Each step begins at its top, however far down the one before was read.
  useEffect(() => {
    if (at !== undefined) top.current?.parentElement?.scrollTo(0, 0)
  }, [at])
  if (state === undefined) return null
  const { step, look, check, run } = state
  return (
    <div className="moving" ref={top}>
      <PageHead title={t('moving.title')} lead={t('moving.lead')} />
      <StepLine step={step} />
      {step === 'idle' ? <FileStep state={state} /> : null}
      {step === 'mapping' && look !== null ? (
        <ColumnsStep key={`${look.sheet} ${look.kind} ${look.headerRow}`} state={state} look={look} />
      ) : null}
      {step === 'checked' && check !== null && look !== null ? (
        <PreviewStep check={check} look={look} state={state} />
      ) : null}
      {step === 'done' && run !== null ? <DoneStep run={run} /> : null}
      {step === 'reading' || step === 'checking' || step === 'writing' || step === 'undoing' ? (
        <Working step={step} progress={state.progress} />
      ) : null}
    </div>
  )
}

export default MovingPage
