import { DangolError, isDangolError } from '#shared/errors.ts'
import { printName } from './answers.ts'
import { type Conversation, openConversation } from './conversation.port.ts'
import { PrinterStopped, type PrintOutcome } from './print-job.ts'
import { createPrintQueue, type Waiting } from './print-queue.ts'
import type { OpenPrinterLine } from './printer-line.ts'
import { conditionProblem, type PrinterCondition } from './printer-status.ts'
import type { PrinterContext, RunningPrinter } from './running-printer.ts'
import { createSleeper } from './sleeper.ts'

/**
 * A printer on a line, one task after the other: waiting for it, asking how it is, printing, hearing that it is done.
 * @param holdsLine the line is kept open while idle (serial), so that unplugging shows.
 */
export const runLinePrinter = (
  open: OpenPrinterLine,
  { holdsLine }: { readonly holdsLine: boolean },
  context: PrinterContext,
): RunningPrinter => {
  const { limits } = context
  const sleeper = createSleeper()
  const wake = (): void => sleeper.wake()
  let talk: Conversation | null = null
  const life = { stopped: false }
  const queue = createPrintQueue(life, wake)
  let hasAnswered = context.known !== 'unknown' && context.known !== 'nothing'
  let hasReported = context.known === 'finished'
  // Not from the start again: the printer may still report what it was given before our last start.
  let printed = Math.trunc(context.clock.now() / 100)

  const away = (error: unknown): void =>
    context.state(
      'away',
      isDangolError(error)
        ? { code: error.code, params: error.params }
        : { code: 'printer.away', params: {} },
    )

  const hangUp = async (): Promise<void> => {
    const line = talk
    talk = null
    await line?.close()
  }

  const call = async (): Promise<Conversation> => {
    let mine: Conversation | null = null
    mine = await openConversation(open, {
      gone() {
        // Not when we hung up ourselves, nor before the call was through.
        if (mine === null || talk !== mine) return
        talk = null
        if (holdsLine && !life.stopped) away(null)
        wake()
      },
      changed: wake,
    })
    if (!mine.open) throw new DangolError('printer.away')
    return mine
  }

  /** True when it is there and can print; what is wrong has been told otherwise. */
  const ready = async (): Promise<boolean> => {
    try {
      talk ??= await call()
      const condition = await talk.condition()
      if (condition === null && hasAnswered) throw new DangolError('printer.away')
      hasAnswered ||= condition !== null
      context.learned(hasAnswered ? 'answering' : 'nothing')
      const problem = condition === null ? null : conditionProblem(condition)
      context.state('connected', problem)
      return problem === null && talk !== null
    } catch (error) {
      // Whoever does not answer is called anew: a line that looks open may lead nowhere since the printer was off.
      await hangUp()
      away(error)
      return false
    }
  }

  /**
   * Out of paper in the middle of a slip is waited for; without any trouble the time is limited. A printer that
   * answers well to the end, but has never yet reported a finished print, does not know how to: that is `sent`.
   */
  const outcomeOf = async (line: Conversation, name: string): Promise<PrintOutcome> => {
    let left = hasReported ? limits.finishMs : limits.unprovenFinishMs
    let condition: PrinterCondition | null = null
    while (line.open && left > 0) {
      if (await line.finished(name, Math.min(left, limits.retryMs))) {
        hasReported = true
        context.learned('finished')
        // Whatever was wrong on the way is not any more.
        context.state('connected', null)
        return 'confirmed'
      }
      if (life.stopped) return 'unknown'
      condition = line.open ? await line.condition() : null
      const problem = condition === null ? null : conditionProblem(condition)
      if (condition !== null) context.state('connected', problem)
      else if (line.open) away(null)
      if (problem === null) left -= limits.retryMs
    }
    if (!line.open || condition === null || hasReported) return 'unknown'
    context.learned('state')
    return 'sent'
  }

  /** Never rejects: something may have gone out. */
  const send = async (line: Conversation, bytes: Uint8Array): Promise<PrintOutcome> => {
    const name = printName(printed)
    printed += 1
    const holds = setTimeout(
      () => context.state('connected', { code: 'printer.holds', params: {} }),
      limits.holdsMs,
    )
    try {
      if (!hasAnswered) {
        await line.write(bytes)
        return 'sent'
      }
      await line.print(bytes, name)
      clearTimeout(holds)
      return await outcomeOf(line, name)
    } catch {
      return 'unknown'
    } finally {
      clearTimeout(holds)
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
      if (life.stopped || talk === null) throw new PrinterStopped()
      job.starting()
      resolve(await send(talk, job.bytes))
    } catch (error) {
      reject(error)
    } finally {
      job.signal.removeEventListener('abort', wake)
    }
  }

  const idle = async (seen: boolean): Promise<boolean> => {
    if (holdsLine || !seen) {
      const found = await ready()
      if (queue.isEmpty() && !life.stopped) await sleeper.sleep(found ? limits.idleMs : limits.retryMs)
      return found
    }
    await sleeper.sleep(limits.lingerMs)
    if (queue.isEmpty() && talk !== null) await hangUp()
    return true
  }

  const live = async (): Promise<void> => {
    let seen = false
    while (!life.stopped) {
      const next = queue.next()
      if (next === undefined) seen = await idle(seen)
      else await work(next)
    }
    queue.refuse()
    await hangUp()
  }

  context.state('waiting', null)
  const living = live()
  return {
    print: (job) => queue.print(job),
    async stop() {
      life.stopped = true
      wake()
      // A printer that takes nothing would hold us up for ever.
      const farewell = setTimeout(() => void hangUp(), limits.farewellMs)
      await living
      clearTimeout(farewell)
    },
  }
}
