import { useQuery } from '@tanstack/react-query'
import { Printer } from 'lucide-react'
import { failureOf } from '../../api/failure.ts'
import { queries } from '../../api/queries.ts'
import { useNow } from '../../app/use-now.ts'
import { useWords } from '../../app/words.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { FailureNotice } from '../../ui/notice.tsx'
import { EmptyPage, PageHead } from '../../ui/page-head.tsx'
import { EditorLink } from '../slip-editor/editor-link.tsx'
import { PrinterQueues } from './printer-queues.tsx'
import { type Slip, SlipPicture } from './slip-picture.tsx'
import { UnclearSlips } from './unclear-slips.tsx'
import { useReprint } from './use-reprint.ts'

const tones = { queued: 'plain', sent: 'plain', confirmed: 'green', unknown: 'red', failed: 'red' } as const

/** `sent` is final only where the printer tells no more. */
const stateWord = ({ state, settled, cancelled }: Slip) => {
  if (cancelled) return 'slips.cancelled'
  if (state !== 'sent') return `slips.short.${state}` as const
  return settled ? 'slips.sentFinal' : 'slips.short.sending'
}

const SlipItem = ({ slip, onReprint }: { readonly slip: Slip; readonly onReprint: () => void }) => {
  const { t, moment } = useWords()
  const now = useNow()
  return (
    <li className="slip-item">
      <div className="slip-meta">
        <strong>{slip.number}</strong>
        <span>{moment(slip.at, now)}</span>
        {slip.reprint ? <Badge tone="gold">{t('slips.reprintMark')}</Badge> : null}
        <Badge tone={slip.cancelled ? 'plain' : tones[slip.state]}>{t(stateWord(slip))}</Badge>
      </div>
      <SlipPicture slip={slip} />
      <Button onPress={onReprint} isDisabled={!slip.settled}>
        <Printer size={20} aria-hidden="true" />
        {t('slip.reprint')}
      </Button>
    </li>
  )
}

/** What waits to be printed and why, and the latest slips as they look on paper. */
export const SlipsPage = () => {
  const { t } = useWords()
  const slips = useQuery(queries.slips)
  const reprint = useReprint()
  return (
    <>
      <div className="slips-head">
        <PageHead title={t('slips.title')} lead={t('slips.lead')} />
        <EditorLink />
      </div>
      <UnclearSlips />
      <PrinterQueues />
      {slips.error === null ? null : <FailureNotice failure={failureOf(slips.error)} />}
      {slips.data?.length === 0 ? (
        <EmptyPage title={t('slips.empty')} hint={t('slips.emptyHint')} />
      ) : (
        <>
          <h2 className="slips-latest">{t('slips.latest')}</h2>
          <ul className="slips-grid">
            {slips.data?.map((slip) => (
              <SlipItem key={slip.id} slip={slip} onReprint={() => reprint.mutate(slip.id)} />
            ))}
          </ul>
        </>
      )}
    </>
  )
}
