import { createAnswerReader, finishQuestion, type PrinterAnswer } from './answers.ts'
import type { OpenPrinterLine, PrinterLine } from './printer-line.ts'
import { conditionOf, type PrinterCondition, type StatusAnswers, statusQuestion } from './printer-status.ts'

/** One opening of a printer's line: what is asked and what comes back. */
export interface Conversation {
  readonly open: boolean
  /** Null when nothing answered: this line has no way back, or the printer is switched off. */
  condition(): Promise<PrinterCondition | null>
  /** Rejects when the line broke on the way. */
  write(bytes: Uint8Array): Promise<void>
  /** Asks the printer to say when everything so far is printed. */
  askFinished(name: string): Promise<void>
  /** True when the name has come back; false after `limitMs`, or at once when the line is gone. */
  finished(name: string, limitMs: number): Promise<boolean>
  close(): Promise<void>
}

const answerLimitMs = 500
const questions = [1, 2, 3, 4] as const

/** @param gone called once when the line broke or was closed. */
export const openConversation = async (open: OpenPrinterLine, gone: () => void): Promise<Conversation> => {
  const read = createAnswerReader()
  const done = new Set<string>()
  const listeners = new Set<(answer: PrinterAnswer | null) => void>()
  let alive = true
  const tell = (answer: PrinterAnswer | null): void => {
    for (const listener of Array.from(listeners)) listener(answer)
  }
  const line: PrinterLine = await open({
    data(bytes) {
      for (const answer of read(bytes)) {
        if (answer.type === 'finished') done.add(answer.name)
        tell(answer)
      }
    },
    gone() {
      alive = false
      tell(null)
      gone()
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

  return {
    get open() {
      return alive
    },
    async condition() {
      const answers: StatusAnswers = {}
      for (const question of questions) {
        const answer = next(answerLimitMs, (given) => (given.type === 'status' ? given.byte : null))
        await line.write(statusQuestion(question))
        const byte = await answer
        // Who does not answer the first question will not answer the others.
        if (byte === null) break
        answers[question] = byte
      }
      return answers[1] === undefined ? null : conditionOf(answers)
    },
    write: (bytes) => line.write(bytes),
    askFinished: (name) => line.write(finishQuestion(name)),
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
