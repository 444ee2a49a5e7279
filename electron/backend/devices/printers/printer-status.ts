import type { PrinterStatus } from '#shared/contract/devices.ts'

/** What a printer's status bytes say, in the order in which a person would mend it. */
export interface PrinterCondition {
  readonly offline: boolean
  readonly coverOpen: boolean
  readonly paperOut: boolean
  readonly fault: boolean
}

export type StatusQuestion = 1 | 2 | 3 | 4
export type StatusAnswers = Partial<Record<StatusQuestion, number>>

/** Real-time questions, answered at once even while printing or without paper. */
export const statusQuestion = (question: StatusQuestion): Uint8Array => Uint8Array.of(0x10, 0x04, question)

/** Epson: in each answer bits 1 and 4 are set, bits 0 and 7 are not. */
export const isStatusByte = (byte: number): boolean => (byte & 0x93) === 0x12

/**
 * Automatic status back (`GS a`, switched on by whoever else prints there): four bytes that nobody asked for. The first
 * has bit 4 set and bits 0, 1 and 7 not, the others have neither bit 4 nor 7.
 */
export const beginsAutomaticStatus = (byte: number): boolean => (byte & 0x93) === 0x10
export const goesOnAutomaticStatus = (byte: number): boolean => (byte & 0x90) === 0

/** XON and XOFF: the printer's own flow control. */
export const isFlowControl = (byte: number): boolean => byte === 0x11 || byte === 0x13

const bit = (byte: number | undefined, position: number): boolean => ((byte ?? 0) & (1 << position)) !== 0

/**
 * `DLE EOT 1`: bit 3 offline. `2`: bit 2 cover, bit 5 stopped for want of paper, bit 6 error. `3`: bit 3 cutter,
 * bit 5 cannot recover, bit 6 recovers by itself (too hot). `4`: bits 5 and 6 paper end (2 and 3: near the end).
 */
export const conditionOf = (answers: StatusAnswers): PrinterCondition => ({
  offline: bit(answers[1], 3),
  coverOpen: bit(answers[2], 2),
  paperOut: bit(answers[2], 5) || bit(answers[4], 5) || bit(answers[4], 6),
  fault: bit(answers[2], 6) || bit(answers[3], 3) || bit(answers[3], 5) || bit(answers[3], 6),
})

/** Null when it can print. The first cause that a person can do something about. */
export const conditionProblem = (condition: PrinterCondition): PrinterStatus['problem'] => {
  if (condition.coverOpen) return { code: 'printer.cover-open', params: {} }
  if (condition.paperOut) return { code: 'printer.paper-out', params: {} }
  if (condition.fault) return { code: 'printer.fault', params: {} }
  if (condition.offline) return { code: 'printer.offline', params: {} }
  return null
}
