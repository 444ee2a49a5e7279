import { Trash2 } from 'lucide-react'
import type { Printer, PrinterStatus } from '#shared/contract/devices.ts'
import { useWords, type Words } from '../../app/words.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { FailureNotice } from '../../ui/notice.tsx'
import { ConnectionBadge } from '../devices/connection-badge.tsx'
import { SlipName } from './slip-name.tsx'
import { useQueueCalls, type WaitingSlip } from './use-queue-calls.ts'

const shownAtMost = 8

const why = (slip: WaitingSlip, place: number, status: PrinterStatus, t: Words['t']): string => {
  if (slip.state === 'sent') return t(status.problem === null ? 'queue.why.sending' : 'queue.why.stuck')
  if (status.connection === 'off') return t('queue.why.off')
  if (place > 0) return t('queue.why.behind')
  return t(status.problem === null && status.connection === 'connected' ? 'queue.why.soon' : 'queue.why.next')
}

/** What a printer without a full way back leaves open. */
const backWord = ({ kind, answers }: PrinterStatus) => {
  if (answers === 'state') return 'queue.onlyState'
  if (answers !== 'nothing') return null
  return kind === 'spooler' ? 'queue.noAnswerSpooler' : 'queue.noAnswer'
}

/** One printer: how it is, what to do about it, and what waits for it. */
export const PrinterQueue = ({
  status,
  waiting,
  others,
}: {
  readonly status: PrinterStatus
  readonly waiting: readonly WaitingSlip[]
  /** Where its slips could come out instead. */
  readonly others: readonly Printer[]
}) => {
  const { t } = useWords()
  const { cancel, move } = useQueueCalls()
  const back = backWord(status)
  return (
    <li className="queue-printer">
      <div className="queue-head">
        <strong>{status.name}</strong>
        <ConnectionBadge status={status} />
        <span className="queue-space" />
        {waiting.length === 0 ? (
          <span className="queue-soft">{t('queue.idle')}</span>
        ) : (
          <Badge>{t('queue.count', { n: waiting.length })}</Badge>
        )}
      </div>
      {status.problem === null ? null : <FailureNotice failure={status.problem} />}
      {status.problem === null || waiting.length === 0 ? null : (
        <p className="queue-soft">{t('queue.afterwards')}</p>
      )}
      {back === null ? null : <p className="queue-soft">{t(back)}</p>}
      {waiting.length === 0 ? null : (
        <ol className="queue-slips">
          {waiting.slice(0, shownAtMost).map((slip, place) => (
            <li key={slip.id} className="queue-slip">
              <SlipName slip={slip} />
              <span className="queue-why">{why(slip, place, status, t)}</span>
              {slip.state === 'sent' ? null : (
                <span className="queue-deeds">
                  {others.slice(0, 2).map((to) => (
                    <Button key={to.id} look="quiet" onPress={() => move.mutate({ slip, to })}>
                      {t('queue.moveTo', { printer: to.name })}
                    </Button>
                  ))}
                  <Button
                    look="quiet"
                    label={`${t('queue.cancel')} ${slip.number}`}
                    onPress={() => cancel.mutate(slip)}
                  >
                    <Trash2 size={18} aria-hidden="true" />
                    {t('queue.cancel')}
                  </Button>
                </span>
              )}
            </li>
          ))}
          {waiting.length > shownAtMost ? (
            <li className="queue-soft queue-more">{t('queue.more', { n: waiting.length - shownAtMost })}</li>
          ) : null}
        </ol>
      )}
    </li>
  )
}
