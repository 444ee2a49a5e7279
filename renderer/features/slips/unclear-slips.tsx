import { useQuery } from '@tanstack/react-query'
import { CircleHelp, Printer } from 'lucide-react'
import { queries } from '../../api/queries.ts'
import { useWords } from '../../app/words.ts'
import { Button } from '../../ui/button.tsx'
import { SlipName } from './slip-name.tsx'
import { useQueueCalls } from './use-queue-calls.ts'
import { useReprint } from './use-reprint.ts'

/** Slips that ended in the dark: only a person can see whether they lie there. */
export const UnclearSlips = () => {
  const { t } = useWords()
  const unclear = useQuery(queries.slipQueue).data?.unclear ?? []
  const { seen } = useQueueCalls()
  const reprint = useReprint()
  if (unclear.length === 0) return null
  return (
    <section className="queue unclear" aria-labelledby="unclear-title">
      <header className="unclear-head">
        <CircleHelp size={24} aria-hidden="true" />
        <h2 id="unclear-title">{t('unclear.title')}</h2>
        {unclear.length > 1 ? (
          <Button look="quiet" onPress={() => seen.mutate(unclear.map((slip) => slip.id))}>
            {t('unclear.all')}
          </Button>
        ) : null}
      </header>
      <p className="queue-soft">{t('unclear.lead')}</p>
      <ul className="queue-slips">
        {unclear.map((slip) => (
          <li key={slip.id} className="queue-slip">
            <SlipName slip={slip} />
            <span className="queue-why">
              {slip.printerName} · {t(`unclear.${slip.state}`)}
            </span>
            <span className="queue-deeds">
              <Button
                label={`${t(slip.state === 'unknown' ? 'unclear.came' : 'unclear.dismiss')} ${slip.number}`}
                onPress={() => seen.mutate([slip.id])}
              >
                {t(slip.state === 'unknown' ? 'unclear.came' : 'unclear.dismiss')}
              </Button>
              <Button
                label={`${t('unclear.again')} ${slip.number}`}
                isDisabled={reprint.isPending}
                onPress={() => reprint.mutate(slip.id)}
              >
                <Printer size={18} aria-hidden="true" />
                {t('unclear.again')}
              </Button>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
