import { createTokenizer } from '#backend/receipts/escpos/tokenizer.ts'
import { papersOf } from '#backend/receipts/paper/papers-of.ts'
import { slipSvg } from '#backend/slips/slip-svg.ts'

/** What goes wrong with the test printer; set it at any time. */
export interface Faults {
  paperOut: boolean
  coverOpen: boolean
  cutterJammed: boolean
  /** Runs out of paper once so many bytes of slips have come. */
  paperEndsAfter: number | null
  /** Opens its cover by itself once so many bytes of slips have come. */
  coverOpensAfter: number | null
  /** Says nothing on the back channel, as a printer without one. */
  silent: boolean
  /** Prints, but its report gets lost. */
  losesReports: boolean
  /** Of each report only the first bytes arrive. */
  halfReports: boolean
  /** Answers status questions only, as many copies of the big makes do. */
  knowsNoReports: boolean
  /** The questions (`DLE EOT n`) that it knows; all four when null. */
  knowsOnly: readonly number[] | null
  /** So many answers to questions get lost. */
  losesAnswers: number
  /** So many answers come with nonsense around them. */
  garblesAnswers: number
  /** Each answer and report comes so many milliseconds late. */
  slowMs: number
  /** Says by itself when its paper or cover changes (`GS a`). */
  tellsByItself: boolean
  /** Hangs up once so many bytes of slips have come. */
  goneAfter: number | null
  /** Loses its power once so many bytes of slips have come; what was not on paper is lost. */
  powerEndsAfter: number | null
}

const noFaults: Faults = {
  paperOut: false,
  coverOpen: false,
  cutterJammed: false,
  paperEndsAfter: null,
  coverOpensAfter: null,
  silent: false,
  losesReports: false,
  halfReports: false,
  knowsNoReports: false,
  knowsOnly: null,
  losesAnswers: 0,
  garblesAnswers: 0,
  slowMs: 0,
  tellsByItself: false,
  goneAfter: null,
  powerEndsAfter: null,
}

/** A receipt printer that answers status, reports finished prints, takes faults, keeps the paper. */
export interface PrinterLook {
  readonly faults: Faults
  /** Texts of the slips that came out, in order. */
  slips(): string[][]
  /** What is on paper. Bytes that came while it was stuck follow when it is mended. */
  printedBytes(): Uint8Array
  /** Bytes of slips that have come, on paper or not. */
  receivedBytes(): number
  /** All that lies on the counter, drawn. */
  picture(columns: 32 | 42 | 48): string
  /** How often it was asked for its state. */
  statusAsked(): number
  /** Paper in, cover shut: prints what it kept and reports what it then finishes. */
  mend(): void
}

export interface PrinterBrain {
  readonly look: PrinterLook
  /** A line was opened: what is said by itself goes there. */
  open(line: BrainLine): void
  hear(bytes: Uint8Array, line: BrainLine): void
  /** Everything that is not on paper is gone. */
  losePower(): void
}

export interface BrainLine {
  answer(bytes: Uint8Array): void
  hangUp(): void
  powerOff(): void
}

export const createPrinterBrain = (): PrinterBrain => {
  const faults: Faults = { ...noFaults }
  let tokenizer = createTokenizer()
  const printed: Uint8Array[] = []
  /** Came while it was stuck: paper and reports, in order. */
  let kept: (() => void)[] = []
  let length = 0
  let asked = 0
  let said: BrainLine | null = null
  const stuck = (): boolean => faults.paperOut || faults.coverOpen || faults.cutterJammed

  const statusByte = (question: number): number => {
    let byte = 0x12
    if (question === 1 && stuck()) byte |= 0x08
    if (question === 2 && faults.coverOpen) byte |= 0x04
    if (question === 2 && faults.paperOut) byte |= 0x20
    if (question === 3 && faults.cutterJammed) byte |= 0x08
    if (question === 4 && faults.paperOut) byte |= 0x60
    return byte
  }
  const send = (line: BrainLine, bytes: Uint8Array): void => {
    if (faults.slowMs > 0) setTimeout(() => line.answer(bytes), faults.slowMs)
    else line.answer(bytes)
  }
  const answer = (question: number, line: BrainLine): void => {
    asked += 1
    if (faults.silent || faults.knowsOnly?.includes(question) === false) return
    if (faults.losesAnswers > 0) {
      faults.losesAnswers -= 1
      return
    }
    const byte = statusByte(question)
    if (faults.garblesAnswers === 0) send(line, Uint8Array.of(byte))
    else {
      faults.garblesAnswers -= 1
      // Bits that fell over: some of it looks like an answer that says that all is well.
      send(line, Uint8Array.of(0xff, 0x12, 0x80 | question, byte ^ 0x40, 0xe5))
    }
  }
  const report = (name: Uint8Array, line: BrainLine): void => {
    if (faults.silent || faults.losesReports || faults.knowsNoReports) return
    const whole = Uint8Array.of(0x37, 0x22, ...name, 0)
    send(line, faults.halfReports ? whole.subarray(0, 4) : whole)
  }
  const sayChange = (): void => {
    if (!faults.tellsByItself) return
    const first = 0x10 | (stuck() ? 0x08 : 0) | (faults.coverOpen ? 0x20 : 0)
    said?.answer(Uint8Array.of(first, 0, faults.paperOut ? 0x0c : 0, 0))
  }
  const unlessStuck = (work: () => void): void => {
    if (stuck()) kept.push(work)
    else work()
  }
  const reached = (limit: number | null): boolean => limit !== null && length >= limit

  const losePower = (): void => {
    kept = []
    tokenizer = createTokenizer()
  }
  /** True when the line is dead after this. */
  const befalls = (line: BrainLine): boolean => {
    if (reached(faults.paperEndsAfter)) {
      faults.paperEndsAfter = null
      faults.paperOut = true
      sayChange()
    }
    if (reached(faults.coverOpensAfter)) {
      faults.coverOpensAfter = null
      faults.coverOpen = true
      sayChange()
    }
    if (reached(faults.powerEndsAfter)) {
      faults.powerEndsAfter = null
      losePower()
      line.powerOff()
      return true
    }
    if (!reached(faults.goneAfter)) return false
    faults.goneAfter = null
    tokenizer = createTokenizer()
    line.hangUp()
    return true
  }

  return {
    losePower,
    open(line) {
      said = line
    },
    hear(bytes, line) {
      for (const token of tokenizer.push(bytes)) {
        if (token.type === 'DLE EOT') answer(token.bytes[2] ?? 0, line)
        else if (token.type === 'GS ( H') {
          const name = Uint8Array.from(token.bytes.subarray(7, 11))
          unlessStuck(() => report(name, line))
        } else {
          const own = Uint8Array.from(token.bytes)
          unlessStuck(() => void printed.push(own))
          length += own.length
          if (befalls(line)) return
        }
      }
    },
    look: {
      faults,
      printedBytes: () => Buffer.concat(printed),
      receivedBytes: () => length,
      picture: (columns) => slipSvg(Buffer.concat(printed), columns),
      statusAsked: () => asked,
      slips: () =>
        papersOf(Buffer.concat(printed), 'cp949').map((paper) => paper.lines.map((line) => line.text)),
      mend() {
        faults.paperOut = false
        faults.coverOpen = false
        faults.cutterJammed = false
        sayChange()
        for (const work of kept.splice(0)) work()
      },
    },
  }
}
