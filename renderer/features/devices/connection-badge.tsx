import type { PrinterStatus, SourceStatus } from '#shared/contract/devices.ts'
import { useWords } from '../../app/words.ts'
import { Badge } from '../../ui/badge.tsx'

const tones = { off: 'plain', waiting: 'plain', connected: 'green', away: 'red' } as const

/** How a device is, in one word. A printer that is there and wants paper is not simply well. */
export const ConnectionBadge = ({ status }: { readonly status: SourceStatus | PrinterStatus }) => {
  const { t } = useWords()
  const stuck = 'answers' in status && status.connection === 'connected' && status.problem !== null
  return (
    <Badge tone={stuck ? 'red' : tones[status.connection]}>
      {t(`device.connection.${stuck ? 'stuck' : status.connection}`)}
    </Badge>
  )
}
