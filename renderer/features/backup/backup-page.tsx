import { useMutation, useQuery } from '@tanstack/react-query'
import { RefreshCw } from 'lucide-react'
import { useState } from 'react'
import { formatNumber } from '#shared/won.ts'
import { api } from '../../api/api.ts'
import { failureOf } from '../../api/failure.ts'
import { queries } from '../../api/queries.ts'
import type { AppStatus } from '../../api/types.ts'
import { useWords } from '../../app/words.ts'
import { Button } from '../../ui/button.tsx'
import { FailureNotice, Notice } from '../../ui/notice.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { useToasts } from '../../ui/toast.tsx'
import './backup.css'
import { CopiesSection } from './copies-section.tsx'
import { ExportSection } from './export-section.tsx'
import { HealthSection } from './health-section.tsx'
import { JournalSection } from './journal-section.tsx'
import { LastBackup } from './last-backup.tsx'
import { PlanSection } from './plan-section.tsx'
import { Progress } from './progress.tsx'
import { type Chosen, RestoreSteps } from './restore-steps.tsx'
import { TargetCard } from './target-card.tsx'

/** When the last copy was made and proven, where the next one goes, and what there is to restore from. */
export const BackupPage = ({ status }: { readonly status: AppStatus }) => {
  const { t } = useWords()
  const { show } = useToasts()
  const targets = useQuery({ ...queries.backupTargets, refetchOnMount: 'always' })
  const settings = useQuery(queries.backupSettings).data
  const progress = useQuery(queries.backupProgress).data
  const [shown, setShown] = useState<string | null>(null)
  const [restoring, setRestoring] = useState<Chosen | null>(null)
  const run = useMutation({
    mutationFn: (target: string) => api.call('backup.run', { target }),
    onSuccess: ({ customers, receipts }, target) => {
      setShown(target)
      show({
        text: t('backup.done', { customers: formatNumber(customers), receipts: formatNumber(receipts) }),
      })
    },
  })
  if (restoring !== null) return <RestoreSteps chosen={restoring} onBack={() => setRestoring(null)} />
  const running = progress?.running === true
  const list = targets.data ?? []
  const open = list.find(({ path, freeBytes }) => path === (shown ?? list[0]?.path) && freeBytes !== null)
  return (
    <div className="backup">
      <PageHead title={t('backup.title')} lead={t('backup.lead')} />
      {status.clock === null ? null : (
        <Notice tone="bad" role="alert">
          {t(`health.clock.${status.clock}`)}
        </Notice>
      )}
      <LastBackup last={status.lastBackup} />
      {running ? <Progress progress={progress} /> : null}
      {run.error === null || running ? null : <FailureNotice failure={failureOf(run.error)} />}
      <section className="backup-section" aria-label={t('backup.where')}>
        <header>
          <h2>{t('backup.where')}</h2>
          <Button look="quiet" isDisabled={targets.isFetching} onPress={() => void targets.refetch()}>
            <RefreshCw size={20} aria-hidden="true" />
            {t('backup.find')}
          </Button>
        </header>
        {targets.data?.length === 0 ? <p className="backup-soft">{t('backup.noTarget')}</p> : null}
        <ul className="backup-targets">
          {list.map((target, index) => (
            <TargetCard
              key={target.path}
              target={target}
              shown={open?.path === target.path}
              isFirst={index === 0}
              isBusy={running || run.isPending || status.demo}
              onRun={() => run.mutate(target.path)}
              onShow={() => setShown(target.path)}
            />
          ))}
        </ul>
      </section>
      {open === undefined ? null : (
        <CopiesSection
          target={open.path}
          name={open.name}
          onRestore={(copy) => setRestoring({ target: open.path, copy })}
        />
      )}
      {settings === undefined || status.demo ? null : (
        <PlanSection settings={settings} onSaved={() => run.reset()} />
      )}
      <HealthSection />
      {status.demo ? null : <JournalSection />}
      <ExportSection targets={list} />
    </div>
  )
}
