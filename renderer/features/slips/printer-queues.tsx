import { useQuery } from '@tanstack/react-query'
import type { PrinterStatus } from '#shared/contract/devices.ts'
import { queries } from '../../api/queries.ts'
import { useWords } from '../../app/words.ts'
import { PrinterQueue } from './printer-queue.tsx'
import './queue.css'

/** Every printer that is in use, with what waits for it. */
export const PrinterQueues = () => {
  const { t } = useWords()
  const statuses = useQuery(queries.printerStatus).data ?? []
  const printers = useQuery(queries.printers).data ?? []
  const waiting = useQuery(queries.slipQueue).data?.waiting ?? []
  const enabled = printers.filter((printer) => printer.enabled)
  const shown = statuses.filter(
    (status) => status.connection !== 'off' || waiting.some((slip) => slip.printerId === status.id),
  )
  // What needs somebody's hands stands first.
  const urgent = (status: PrinterStatus): boolean =>
    status.problem !== null || waiting.some((slip) => slip.printerId === status.id)
  const ordered = [...shown.filter(urgent), ...shown.filter((status) => !urgent(status))]
  if (shown.length === 0) return null
  const columnsOf = (id: string): number => printers.find((printer) => printer.id === id)?.columns ?? 0
  return (
    <section className="queue" aria-labelledby="queue-title">
      <h2 id="queue-title">{t('queue.title')}</h2>
      <ul className="queue-printers">
        {ordered.map((status) => (
          <PrinterQueue
            key={status.id}
            status={status}
            waiting={waiting.filter((slip) => slip.printerId === status.id)}
            others={enabled.filter(
              (printer) => printer.id !== status.id && printer.columns >= columnsOf(status.id),
            )}
          />
        ))}
      </ul>
    </section>
  )
}
