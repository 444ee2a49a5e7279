import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../api/api.ts'
import { useWords } from '../../app/words.ts'
import { useToasts } from '../../ui/toast.tsx'
import { useFailureToast } from '../../ui/use-failure-toast.ts'
import { Section } from '../settings/section.tsx'
import { ImportLayout } from './import-layout.tsx'
import { ImportedLayout } from './imported-layout.tsx'
import { LayoutRow } from './layout-row.tsx'
import './teaching.css'

const listKey = ['teaching.list'] as const

/** What has been taught: exported to other shops, brought in from them, forgotten. */
export const LayoutsSection = () => {
  const { t } = useWords()
  const client = useQueryClient()
  const { show } = useToasts()
  const failed = useFailureToast()
  const [imported, setImported] = useState<string | null>(null)
  const layouts = useQuery({ queryKey: listKey, queryFn: () => api.call('teaching.list', {}) }).data
  const again = (): Promise<void> => client.invalidateQueries({ queryKey: listKey })
  const exported = useMutation({
    mutationFn: (id: number) => api.call('teaching.export', { id }),
    onSuccess: ({ path }) => show({ text: t('layouts.exported', { path }), stay: 9_000 }),
    onError: failed,
  })
  const removed = useMutation({
    mutationFn: (id: number) => api.call('teaching.remove', { id }),
    onSuccess: () => {
      show({ text: t('layouts.removed') })
      return again()
    },
    onError: failed,
  })
  return (
    <Section title={t('layouts.title')} action={<ImportLayout onRead={setImported} />}>
      <p className="settings-soft">{t('layouts.hint')}</p>
      {imported === null ? null : (
        <ImportedLayout
          key={imported}
          profile={imported}
          onDone={() => {
            setImported(null)
            void again()
          }}
        />
      )}
      {layouts?.length === 0 ? <p>{t('layouts.empty')}</p> : null}
      {layouts?.map((layout) => (
        <LayoutRow
          key={layout.id}
          layout={layout}
          onExport={() => exported.mutate(layout.id)}
          onRemove={() => removed.mutate(layout.id)}
        />
      ))}
    </Section>
  )
}
