import { isDangolError } from '#shared/errors.ts'
import { PrinterStopped, type PrintOutcome } from './print-job.ts'
import { createPrintQueue, type Waiting } from './print-queue.ts'
import type { PrinterContext, RunningPrinter } from './running-printer.ts'
import { createSleeper } from './sleeper.ts'
import type { Spooler, SpoolJob } from './spooler.ts'

/**
 * A printer behind the system's own queue. One job at a time is given to it and followed to its end, so that what
 * waits can still be called off here. That the system handed a job on is `sent`: no paper was seen by anybody.
 */
export const runSpooledPrinter = (spooler: Spooler, context: PrinterContext): RunningPrinter => {
  const { limits } = context
  const sleeper = createSleeper()
  const wake = (): void => sleeper.wake()
  const life = { stopped: false }
  const queue = createPrintQueue(life, wake)

  const ready = async (): Promise<boolean> => {
    try {
      const problem = await spooler.problem()
      context.state('connected', problem)
      return problem === null
    } catch (error) {
      context.state(
        'away',
        isDangolError(error)
          ? { code: error.code, params: error.params }
          : { code: 'printer.away', params: {} },
      )
      return false
    }
  }

  const follow = async (job: SpoolJob): Promise<PrintOutcome> => {
    for (;;) {
      // Who cannot be asked just now may be asked later: the job is taken.
      const state = await job.state().catch(() => 'waiting' as const)
      if (state !== 'waiting') return state === 'printed' ? 'sent' : 'unknown'
      if (life.stopped) return 'unknown'
      await ready()
      await sleeper.sleep(limits.retryMs)
    }
  }

  /** Never rejects: something may have gone out. */
  const send = async (bytes: Uint8Array): Promise<PrintOutcome> => {
    try {
      return await follow(await spooler.submit(bytes))
    } catch {
      return 'unknown'
    }
  }

  const work = async ({ job, resolve, reject }: Waiting): Promise<void> => {
    job.signal.addEventListener('abort', wake)
    try {
      while (!(await ready())) {
        job.signal.throwIfAborted()
        if (life.stopped) throw new PrinterStopped()
        await sleeper.sleep(limits.retryMs)
      }
      job.signal.throwIfAborted()
      if (life.stopped) throw new PrinterStopped()
      job.starting()
      resolve(await send(job.bytes))
    } catch (error) {
      reject(error)
    } finally {
      job.signal.removeEventListener('abort', wake)
    }
  }

  const live = async (): Promise<void> => {
    while (!life.stopped) {
      const next = queue.next()
      if (next !== undefined) await work(next)
      else {
        await ready()
        if (queue.isEmpty() && !life.stopped) await sleeper.sleep(limits.spoolerMs)
      }
    }
    queue.refuse()
  }

  context.state('waiting', null)
  context.learned('nothing')
  const living = live()
  return {
    print: (job) => queue.print(job),
    async stop() {
      life.stopped = true
      wake()
      await living
    },
  }
}
