import { createServer, type Socket } from 'node:net'
import { openSerialLine } from '#backend/devices/serial-line.port.ts'
import { createTokenizer } from '#backend/receipts/escpos/tokenizer.ts'
import { papersOf } from '#backend/receipts/paper/papers-of.ts'

/** What goes wrong with the test printer; set it at any time. */
export interface Faults {
  paperOut: boolean
  coverOpen: boolean
  cutterJammed: boolean
  /** Runs out of paper once so many bytes of slips have come. */
  paperEndsAfter: number | null
  /** Says nothing on the back channel, as a printer without one. */
  silent: boolean
  /** Prints, but its report gets lost. */
  losesReports: boolean
  /** Answers status questions only, as many copies of the big makes do. */
  knowsNoReports: boolean
  /** Hangs up once so many bytes of slips have come. */
  goneAfter: number | null
}

/** A receipt printer that really listens: answers status, reports finished prints, takes faults, keeps the paper. */
export interface TestPrinter {
  readonly faults: Faults
  /** Texts of the slips that came out, in order. */
  slips(): string[][]
  printedBytes(): Uint8Array
  /** How often it was asked for its state. */
  statusAsked(): number
  /** Paper in, cover shut: reports what it then finishes. */
  mend(): void
  close(): Promise<void>
}

interface Brain {
  readonly printer: Omit<TestPrinter, 'close'>
  hear(bytes: Uint8Array, answer: (bytes: Uint8Array) => void, hangUp: () => void): void
}

const createBrain = (): Brain => {
  const faults: Faults = {
    paperOut: false,
    coverOpen: false,
    cutterJammed: false,
    paperEndsAfter: null,
    silent: false,
    losesReports: false,
    knowsNoReports: false,
    goneAfter: null,
  }
  let tokenizer = createTokenizer()
  const printed: Uint8Array[] = []
  let length = 0
  let asked = 0
  const pending: (() => void)[] = []
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

  return {
    hear(bytes, answer, hangUp) {
      for (const token of tokenizer.push(bytes)) {
        if (token.type === 'DLE EOT') {
          asked += 1
          if (!faults.silent) answer(Uint8Array.of(statusByte(token.bytes[2] ?? 0)))
        } else if (token.type === 'GS ( H') {
          const name = token.bytes.subarray(7, 11)
          const report = (): void => answer(Uint8Array.of(0x37, 0x22, ...name, 0))
          if (faults.silent || faults.losesReports || faults.knowsNoReports) continue
          if (stuck()) pending.push(report)
          else report()
        } else {
          printed.push(Uint8Array.from(token.bytes))
          length += token.bytes.length
          if (faults.paperEndsAfter !== null && length >= faults.paperEndsAfter) {
            faults.paperEndsAfter = null
            faults.paperOut = true
          }
          if (faults.goneAfter !== null && length >= faults.goneAfter) {
            faults.goneAfter = null
            tokenizer = createTokenizer()
            hangUp()
            return
          }
        }
      }
    },
    printer: {
      faults,
      printedBytes: () => Buffer.concat(printed),
      statusAsked: () => asked,
      slips: () =>
        papersOf(Buffer.concat(printed), 'cp949').map((paper) => paper.lines.map((line) => line.text)),
      mend() {
        faults.paperOut = false
        faults.coverOpen = false
        faults.cutterJammed = false
        for (const report of pending.splice(0)) report()
      },
    },
  }
}

/** On 127.0.0.1; `port` 0 lets the system choose. */
export const startTcpTestPrinter = async (port = 0): Promise<TestPrinter & { readonly port: number }> => {
  const brain = createBrain()
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => undefined)
    socket.on('close', () => sockets.delete(socket))
    socket.on('data', (bytes) =>
      brain.hear(
        bytes,
        (answer) => socket.write(answer),
        () => socket.resetAndDestroy(),
      ),
    )
  })
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  const address = server.address()
  return {
    ...brain.printer,
    port: typeof address === 'object' && address !== null ? address.port : 0,
    async close() {
      for (const socket of sockets) socket.resetAndDestroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** At the far end of a serial cable. */
export const startSerialTestPrinter = async (path: string): Promise<TestPrinter> => {
  const brain = createBrain()
  const line = await openSerialLine(
    { path, baudRate: 9600, dataBits: 8, parity: 'none', stopBits: 1 },
    {
      data: (bytes) =>
        brain.hear(
          bytes,
          (answer) => void line.write(answer).catch(() => undefined),
          () => undefined,
        ),
      gone: () => undefined,
    },
  )
  return { ...brain.printer, close: () => line.close() }
}
