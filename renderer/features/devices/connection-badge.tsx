import type { PrinterStatus, SourceStatus } from '#shared/contract/devices.ts'
import { useWords } from '../../app/words.ts'
import { Badge } from '../../ui/badge.tsx'

const tones = { off: 'plain', waiting: 'plain', connected: 'green', away: 'red' } as const

/** How a device is, in one word. */
export const ConnectionBadge = ({ status }: { readonly status: SourceStatus | PrinterStatus }) => {
  const { t } = useWords()
  return <Badge tone={tones[status.connection]}>{t(`device.connection.${status.connection}`)}</Badge>
}
