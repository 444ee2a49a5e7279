import { createAnswerReader, finishQuestion, type PrinterAnswer } from './answers.ts'
import type { OpenPrinterLine, PrinterLine } from './printer-line.ts'
import {
  conditionOf,
  type PrinterCondition,
  type StatusAnswers,
  type StatusQuestion,
  statusQuestion,
} from './printer-status.ts'

/** One opening of a printer's line: what is asked and what comes back. */
export interface Conversation {
  readonly open: boolean
  /**
   * Null when nothing answered, or nothing that makes sense: this line has no way back, the printer is switched off,
   * or the line takes nothing.
   */
  condition(): Promise<PrinterCondition | null>
  /** Rejects when the line broke on the way. */
  write(bytes: Uint8Array): Promise<void>
  /**
   * Writes, and asks the printer to say when all of it is printed. In one piece: a printer that loses its power in the
   * middle must lose the question, too. Rejects as `write`.
   */
  print(bytes: Uint8Array, name: string): Promise<void>
  /** True when the name has come back; false after `limitMs`, or at once when the line is gone. */
  finished(name: string, limitMs: number): Promise<boolean>
  close(): Promise<void>
}

const answerLimitMs = 500
const questions = [1, 2, 3, 4] as const
/** Times that a question may go unanswered while others are answered. */
const givenUpAfter = 3

export interface ConversationEvents {
  /** Once, when the line broke or was closed. */
  gone(): void
  /** The printer says by itself that something about it is another way now. */
  changed(): void
}

export const openConversation = async (
  open: OpenPrinterLine,
  events: ConversationEvents,
): Promise<Conversation> => {
  const read = createAnswerReader()
  const done = new Set<string>()
  const listeners = new Set<(answer: PrinterAnswer | null) => void>()
  const misses: Partial<Record<StatusQuestion, number>> = {}
  let alive = true
  let noise = 0
  let writing: Promise<void> | null = null
  const tell = (answer: PrinterAnswer | null): void => {
    for (const listener of Array.from(listeners)) listener(answer)
  }
  const line: PrinterLine = await open({
    data(bytes) {
      for (const answer of read(bytes)) {
        if (answer.type === 'finished') done.add(answer.name)
        if (answer.type === 'noise') noise += 1
        if (answer.type === 'unasked') events.changed()
        tell(answer)
      }
    },
    gone() {
      alive = false
      tell(null)
      events.gone()
    },
  })

  /** The first value that `pick` makes of an answer; null when the time is over or the line is gone. */
  const next = <T>(limitMs: number, pick: (answer: PrinterAnswer) => T | null): Promise<T | null> =>
    new Promise((resolve) => {
      if (!alive) {
        resolve(null)
        return
      }
      const finish = (value: T | null): void => {
        clearTimeout(late)
        listeners.delete(listen)
        resolve(value)
      }
      const listen = (answer: PrinterAnswer | null): void => {
        const value = answer === null ? null : pick(answer)
        if (answer === null || value !== null) finish(value)
      }
      const late = setTimeout(() => finish(null), limitMs)
      listeners.add(listen)
    })

  /** A line that takes nothing is not filled with questions. */
  const put = (bytes: Uint8Array): boolean => {
    if (writing !== null) return false
    const mine = line.write(bytes).catch(() => undefined)
    writing = mine
    void mine.finally(() => {
      writing = null
    })
    return true
  }

  /** Some copies of the big makes know only some of the questions: those are not waited for again and again. */
  const answersTo = async (): Promise<StatusAnswers> => {
    const answers: StatusAnswers = {}
    for (const question of questions) {
      if ((misses[question] ?? 0) >= givenUpAfter) continue
      const answer = next(answerLimitMs, (given) => (given.type === 'status' ? given.byte : null))
      const byte = put(statusQuestion(question)) ? await answer : null
      if (byte !== null) {
        answers[question] = byte
        misses[question] = 0
      } else if (question === 1) {
        // Who does not answer the first question will not answer the others.
        break
      } else misses[question] = (misses[question] ?? 0) + 1
    }
    return answers
  }

  return {
    get open() {
      return alive
    },
    async condition() {
      const before = noise
      let answers = await answersTo()
      if (noise > before) {
        // Once more: what came in between may have been taken for an answer.
        const again = noise
        answers = await answersTo()
        if (noise > again) return null
      }
      return answers[1] === undefined ? null : conditionOf(answers)
    },
    write: (bytes) => line.write(bytes),
    print(bytes, name) {
      // A name that was reported before this print began is an older one's.
      done.delete(name)
      return line.write(Buffer.concat([bytes, finishQuestion(name)]))
    },
    async finished(name, limitMs) {
      if (done.has(name)) return true
      const found = await next(limitMs, (answer) =>
        answer.type === 'finished' && answer.name === name ? true : null,
      )
      return found === true
    },
    close: () => line.close(),
  }
}
