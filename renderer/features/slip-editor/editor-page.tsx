import { useQuery } from '@tanstack/react-query'
import { ArrowLeft } from 'lucide-react'
import { useState } from 'react'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import type { SlipColumns } from '#shared/contract/devices.ts'
import { type SlipKind, slipKinds } from '#shared/slips/kinds.ts'
import { failureOf } from '../../api/failure.ts'
import { queries } from '../../api/queries.ts'
import { useNavigation } from '../../app/navigation.tsx'
import { useWords } from '../../app/words.ts'
import { Button } from '../../ui/button.tsx'
import { PageLoading } from '../../ui/full-page.tsx'
import { FailureNotice } from '../../ui/notice.tsx'
import type { PickedCustomer } from '../customers/customer-picker.tsx'
import { type Draft, draftOf } from './draft.ts'
import { KindEditor } from './kind-editor.tsx'
import { templateList, templateOf } from './queries.ts'
import './slip-editor.css'

const KindPanel = ({
  kind,
  draft,
  onDraft,
  ...rest
}: {
  readonly kind: SlipKind
  readonly draft: Draft | undefined
  readonly columns: SlipColumns
  readonly customer: PickedCustomer | null
  readonly onDraft: (draft: Draft) => void
  readonly onColumns: (columns: SlipColumns) => void
  readonly onCustomer: (customer: PickedCustomer | null) => void
}) => {
  const { t } = useWords()
  const template = useQuery(templateOf(kind))
  if (template.error !== null) return <FailureNotice failure={failureOf(template.error)} />
  if (template.data === undefined) return <PageLoading text={t('common.loading')} />
  return (
    <KindEditor
      kind={kind}
      template={template.data}
      draft={draft ?? draftOf(template.data.blocks)}
      onDraft={onDraft}
      {...rest}
    />
  )
}

/** What slips look like: a tab a kind, its blocks, and the slip beside them. What is not saved stays while the page does. */
const SlipEditorPage = () => {
  const { t } = useWords()
  const { go } = useNavigation()
  const list = useQuery(templateList).data
  const printers = useQuery(queries.printers).data
  const [drafts, setDrafts] = useState<Partial<Record<SlipKind, Draft>>>({})
  const [asked, setColumns] = useState<SlipColumns | null>(null)
  const [customer, setCustomer] = useState<PickedCustomer | null>(null)
  const columns = asked ?? printers?.find(({ enabled }) => enabled)?.columns ?? 42
  return (
    <div className="slip-editor-page">
      <header className="slip-editor-head">
        <h1>{t('nav.slipEditor')}</h1>
        <Button look="quiet" onPress={() => go('slips')}>
          <ArrowLeft size={20} aria-hidden="true" />
          {t('slipEdit.back')}
        </Button>
      </header>
      <Tabs>
        <TabList className="slip-kinds" aria-label={t('slipEdit.kinds')}>
          {slipKinds.map((kind) => (
            <Tab key={kind} id={kind} className="slip-kind">
              {t(`slipEdit.kind.${kind}`)}
              {list?.find((one) => one.kind === kind)?.own ? <small>{t('slipEdit.own')}</small> : null}
            </Tab>
          ))}
        </TabList>
        {slipKinds.map((kind) => (
          <TabPanel key={kind} id={kind}>
            <KindPanel
              kind={kind}
              draft={drafts[kind]}
              columns={columns}
              customer={customer}
              onDraft={(draft) => setDrafts((all) => ({ ...all, [kind]: draft }))}
              onColumns={setColumns}
              onCustomer={setCustomer}
            />
          </TabPanel>
        ))}
      </Tabs>
    </div>
  )
}

export default SlipEditorPage
