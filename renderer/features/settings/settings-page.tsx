import type { AppStatus } from '../../api/types.ts'
import { useWords } from '../../app/words.ts'
import { PageHead } from '../../ui/page-head.tsx'
import { GuestSection } from '../guest/guest-section.tsx'
import { MovingSection } from '../moving-in/moving-section.tsx'
import { EditorSection } from '../slip-editor/editor-section.tsx'
import { LayoutsSection } from '../teaching/layouts-section.tsx'
import { AboutSection } from './about-section.tsx'
import { DemoSection } from './demo-section.tsx'
import { LedgerSection } from './ledger-section.tsx'
import { LookSection } from './look-section.tsx'
import { PrintersSection } from './printers-section.tsx'
import './settings.css'
import { ShopSection } from './shop-section.tsx'
import { SourcesSection } from './sources-section.tsx'

/** Everything that is set once and then forgotten. */
export const SettingsPage = ({ status }: { readonly status: AppStatus }) => {
  const { t } = useWords()
  return (
    <div className="settings">
      <PageHead title={t('settings.title')} />
      {status.demo ? <DemoSection /> : null}
      <SourcesSection />
      <PrintersSection />
      <EditorSection />
      <GuestSection />
      <LayoutsSection />
      <MovingSection />
      <ShopSection />
      <LookSection />
      <LedgerSection status={status} />
      <AboutSection version={status.version} />
    </div>
  )
}
